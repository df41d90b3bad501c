using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access.Teams;

/// <summary>Somebody in a team. Its members see each other's private things, and own together what is the team's.</summary>
public sealed class TeamMemberRow
{
    /// <summary>The key of the team, which is the <see cref="ResourceFacts.OwnerKey"/> of what is the team's.</summary>
    public required string TeamKey { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>Invites others and removes them. A team has at least one.</summary>
    public bool Leads { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TeamMemberRow>
    {
        public void Configure(EntityTypeBuilder<TeamMemberRow> builder)
        {
            builder.ToTable("TeamMembers").HasKey(m => new { m.AccountKey, m.TeamKey });
            builder.Property(m => m.TeamKey).HasMaxLength(32);
            builder.Property(m => m.AccountKey).HasMaxLength(32);
            builder.HasIndex(m => new { m.TeamKey, m.AccountKey });
        }
    }
}
