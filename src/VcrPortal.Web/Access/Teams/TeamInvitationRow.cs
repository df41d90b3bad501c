using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access.Teams;

/// <summary>Somebody who was asked to join a team and has not answered. They see nothing of it but its name and its members.</summary>
public sealed class TeamInvitationRow
{
    public required string TeamKey { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TeamInvitationRow>
    {
        public void Configure(EntityTypeBuilder<TeamInvitationRow> builder)
        {
            builder.ToTable("TeamInvitations").HasKey(i => new { i.AccountKey, i.TeamKey });
            builder.Property(i => i.TeamKey).HasMaxLength(32);
            builder.Property(i => i.AccountKey).HasMaxLength(32);
            builder.HasOne<TeamRow>().WithMany().HasForeignKey(i => i.TeamKey);
        }
    }
}
