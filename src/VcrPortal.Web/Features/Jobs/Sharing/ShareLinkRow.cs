using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>A link by which whoever has it reads one private job and its trace. What opens it is not stored, only its hash: who reads the
/// database can open nothing.</summary>
public sealed class ShareLinkRow
{
    public const int HashLength = 64;

    public Guid Id { get; set; }
    public int JobNumber { get; set; }
    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string TokenHash { get; set; }
    /// <summary>Made up by the sender for one sending, so that sent twice is one link.</summary>
    public required string RequestKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    /// <summary>UTC; null: it stays until it is revoked.</summary>
    public DateTime? ExpiresAt { get; set; }
    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <param name="now">UTC.</param>
    internal bool IsOpen(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    private sealed class Configuration : IEntityTypeConfiguration<ShareLinkRow>
    {
        public void Configure(EntityTypeBuilder<ShareLinkRow> builder)
        {
            builder.ToTable("ShareLinks").HasKey(l => l.Id);
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.TokenHash).HasMaxLength(HashLength);
            builder.Property(l => l.RequestKey).HasMaxLength(32);
            builder.HasIndex(l => l.TokenHash).IsUnique();
            builder.HasIndex(l => new { l.JobNumber, l.RequestKey }).IsUnique();
            builder.HasOne<JobRow>().WithMany().HasForeignKey(l => l.JobNumber);
        }
    }
}
