using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review;

/// <summary>That one revision of a trace is to be reviewed, and what became of it.</summary>
public sealed class ReviewRow
{
    public const int ReasonLength = 500;

    public int TraceNumber { get; set; }
    public int Revision { get; set; }
    public ReviewState State { get; set; }
    /// <summary>Why it stands so; null while nobody has judged.</summary>
    public string? Reason { get; set; }
    /// <summary>How many people judge it, each by themselves.</summary>
    public int Needed { get; set; }
    /// <summary>The rubric that it is judged by.</summary>
    public int Rubric { get; set; }
    /// <summary>The most conclusions that fall with a single claim of it.</summary>
    public int Weight { get; set; }
    /// <summary>Claims on which its reviewers differ; 0 until all have judged, so that it tells nothing to those who have not.</summary>
    public int Differing { get; set; }
    public required string QueuedBy { get; set; }
    /// <summary>UTC.</summary>
    public DateTime QueuedAt { get; set; }
    /// <summary>The key of an adjudicator, or of whoever retracted it; null where the reviewers agreed.</summary>
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
    /// <summary>Counts what was done to it; whoever counts it up has it for themselves until they commit.</summary>
    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ReviewRow>
    {
        public void Configure(EntityTypeBuilder<ReviewRow> builder)
        {
            builder.ToTable("Reviews").HasKey(r => new { r.TraceNumber, r.Revision });
            builder.Property(r => r.Reason).HasMaxLength(ReasonLength);
            builder.Property(r => r.QueuedBy).HasMaxLength(32);
            builder.Property(r => r.DecidedBy).HasMaxLength(32);
            builder.HasIndex(r => new { r.State, r.QueuedAt, r.TraceNumber, r.Revision });
            builder.HasOne<TraceRevisionRow>().WithMany().HasForeignKey(r => new { r.TraceNumber, r.Revision });
        }
    }
}
