using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>What became of a suggestion. Superseded: the trace was revised by another one first.</summary>
public enum SuggestionState { Open, Accepted, AcceptedInPart, Rejected, Superseded, Withdrawn }

/// <summary>A change to a graph that somebody suggests and somebody else decides on.</summary>
public sealed class SuggestionRow
{
    public const int ReasonLength = 500;

    public int Number { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>The revision that it starts from.</summary>
    public int Base { get; set; }
    /// <summary>The whole graph as it would be.</summary>
    public required string Text { get; set; }
    /// <summary>The whole report as it would be, in Markdown; null: as it was.</summary>
    public string? Report { get; set; }
    /// <summary>Why.</summary>
    public required string Rationale { get; set; }
    public required string AuthorKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public SuggestionState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
    /// <summary>What whoever decided said.</summary>
    public string? Decision { get; set; }
    /// <summary>Places of the hunks that were accepted, with commas; null before.</summary>
    public string? AcceptedHunks { get; set; }
    /// <summary>Its report was accepted.</summary>
    public bool IsReportAccepted { get; set; }
    /// <summary>The revision that came of it.</summary>
    public int? Became { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<SuggestionRow>
    {
        public void Configure(EntityTypeBuilder<SuggestionRow> builder)
        {
            builder.ToTable("Suggestions").HasKey(s => s.Number);
            builder.Property(s => s.Number).ValueGeneratedNever();
            builder.Property(s => s.Rationale).HasMaxLength(ReasonLength);
            builder.Property(s => s.AuthorKey).HasMaxLength(32);
            builder.Property(s => s.DecidedBy).HasMaxLength(32);
            builder.Property(s => s.Decision).HasMaxLength(ReasonLength);
            builder.HasIndex(s => new { s.TraceNumber, s.State });
            builder.HasIndex(s => new { s.AuthorKey, s.At });
            builder.HasOne<TraceRevisionRow>().WithMany().HasForeignKey(s => new { s.TraceNumber, s.Base });
        }
    }
}
