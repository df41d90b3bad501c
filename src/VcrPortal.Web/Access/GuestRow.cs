using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access;

/// <summary>Somebody who may see a private job and the trace that it made.</summary>
public sealed class GuestRow
{
    public int JobNumber { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<GuestRow>
    {
        public void Configure(EntityTypeBuilder<GuestRow> builder)
        {
            builder.ToTable("Guests").HasKey(g => new { g.JobNumber, g.AccountKey });
            builder.Property(g => g.AccountKey).HasMaxLength(32);
            builder.HasIndex(g => g.AccountKey);
        }
    }
}
