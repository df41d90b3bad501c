using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access.Teams;

/// <summary>A named group of people; who is in it stands in <see cref="TeamMemberRow"/>.</summary>
public sealed class TeamRow
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary><c>team:12</c>, by which it owns things.</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }
    /// <summary>The name in small letters, which one team has.</summary>
    public required string NameFolded { get; set; }
    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TeamRow>
    {
        public void Configure(EntityTypeBuilder<TeamRow> builder)
        {
            builder.ToTable("Teams").HasKey(t => t.Key);
            builder.Property(t => t.Key).HasMaxLength(32);
            builder.Property(t => t.Name).HasMaxLength(LongestName);
            builder.Property(t => t.NameFolded).HasMaxLength(LongestName);
            builder.HasIndex(t => t.NameFolded).IsUnique();
        }
    }
}
