using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access.Blind;

/// <summary>That what a job made is judged blind: until this row goes, whoever may judge it and is not <see cref="PastBlindRow">past
/// that</see> meets it in the review alone.</summary>
public sealed class BlindReviewRow
{
    public int JobNumber { get; set; }
    /// <summary>The revision of the trace that the job made.</summary>
    public int Revision { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<BlindReviewRow>
    {
        public void Configure(EntityTypeBuilder<BlindReviewRow> builder) =>
            builder.ToTable("BlindReviews").HasKey(r => new { r.JobNumber, r.Revision });
    }
}

/// <summary>Somebody who need not be kept blind to that review: they have judged, wrote the revision, or stood aside.</summary>
public sealed class PastBlindRow
{
    public int JobNumber { get; set; }
    public int Revision { get; set; }
    public required string AccountKey { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<PastBlindRow>
    {
        public void Configure(EntityTypeBuilder<PastBlindRow> builder)
        {
            builder.ToTable("PastBlind").HasKey(r => new { r.JobNumber, r.Revision, r.AccountKey });
            builder.Property(r => r.AccountKey).HasMaxLength(32);
            builder.HasOne<BlindReviewRow>().WithMany().HasForeignKey(r => new { r.JobNumber, r.Revision });
        }
    }
}
