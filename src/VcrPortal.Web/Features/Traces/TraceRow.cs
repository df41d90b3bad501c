using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>A trace as lists read it: narrow, with the counts of its latest revision. Wide text stands in <see
/// cref="TraceTextRow"/>.</summary>
public sealed class TraceRow : IResourceRow<TraceRow>
{
    /// <summary>Characters.</summary>
    public const int LongestFinding = 600;

    /// <summary>Characters: SQL Server's indexes hold 1,700 bytes.</summary>
    public const int LongestKinds = 700;

    public int Number { get; set; }
    /// <summary>The job that made it, one trace for each job at most; null of one that came from a file.</summary>
    public int? JobNumber { get; set; }
    /// <summary>SHA-256 of the record that it came from, lower-case hexadecimal; null of one that a job made.</summary>
    public string? ImportHash { get; set; }
    public required string Title { get; set; }
    /// <summary>The title as searches compare it.</summary>
    public required string TitleFolded { get; set; }
    public required string Compound { get; set; }
    public string? CompoundCurie { get; set; }
    public string? CellLine { get; set; }
    public string? CellLineCurie { get; set; }
    public string? Organ { get; set; }
    public TraceState State { get; set; }
    public string? StateReason { get; set; }
    /// <summary>The latest one.</summary>
    public int Revision { get; set; }
    public required string Engine { get; set; }
    /// <summary>The steps to its conclusion, in short.</summary>
    public string Path { get; set; } = "";
    /// <summary>What was found, in one sentence.</summary>
    public string Finding { get; set; } = "";
    public int Supported { get; set; }
    public int Refuted { get; set; }
    public int Undetermined { get; set; }
    public int NotTestable { get; set; }
    public int SameSource { get; set; }
    public int Disputed { get; set; }
    public int Dependent { get; set; }
    /// <summary>Refuted and disputed: what lists are sorted by.</summary>
    public int Against { get; set; }
    /// <summary>The primitives that it uses, each once, between bars: <c>|binds_to|induces_phenotype|</c>.</summary>
    public string Kinds { get; set; } = "";
    /// <summary>The measurable ends that it reaches, each once, between bars: <c>|gene expression|pheno:apoptosis|</c>.</summary>
    public string Ends { get; set; } = "";
    /// <summary>The share of its claims that independent data judged.</summary>
    public JudgedShare Judged { get; set; }
    /// <summary>Those of the supported claims that are supported for this compound or in this cell.</summary>
    public int Direct { get; set; }
    /// <summary>The others of those supported: a column of its own, for no server's index may compare two.</summary>
    public int Elsewhere { get; set; }
    /// <summary>No action, no measurable end, or nothing of it checked: kept, and outside the default list (<see
    /// cref="Generation.Pipeline.ListingRule"/>).</summary>
    public bool KnowsTooLittle { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>For its owner and those who were invited only; as its job says.</summary>
    public bool IsPrivate { get; set; }
    /// <summary>The batch of its job; null of one that somebody launched by itself.</summary>
    public int? BatchNumber { get; set; }
    /// <summary>Who launched its job, opaque.</summary>
    public required string OwnerKey { get; set; }
    /// <summary>The state of the review of its latest revision (<see cref="KeepReviewState"/>).</summary>
    public ReviewState Review { get; set; }
    /// <summary>That can be read: neither deleted nor held back.</summary>
    public int Comments { get; set; }
    public CommentBand Commented { get; set; }
    /// <summary>On the trace and on its claims; what was withdrawn is none.</summary>
    public int Votes { get; set; }
    public VoteBand Voted { get; set; }
    /// <summary>How many more votes disagree than agree; 0 where no more do.</summary>
    public int Opposed { get; set; }
    /// <summary>Comments and votes: what lists are sorted by.</summary>
    public int Talked { get; set; }
    /// <summary>Counts what was said, voted and revised here: who reads asks whether it has moved.</summary>
    public int DiscussionVersion { get; set; }
    /// <summary>Concurrency token: two people who edit at once both see it.</summary>
    public int Version { get; set; }

    /// <inheritdoc />
    public static Expression<Func<TraceRow, ResourceFacts>> Facts { get; } = t => new()
    {
        Number = t.Number,
        OwnerKey = t.OwnerKey,
        IsPrivate = t.IsPrivate,
        // Guests and blind reviews of a trace without a job are kept under its own number below zero, which no job has.
        GuestsOfJob = t.JobNumber ?? -t.Number,
        IsClosed = t.State == TraceState.Discarded,
    };

    /// <inheritdoc />
    public static Operation Reading => Operation.ReadTrace;

    private sealed class Configuration : IEntityTypeConfiguration<TraceRow>
    {
        public void Configure(EntityTypeBuilder<TraceRow> builder)
        {
            builder.ToTable("Traces").HasKey(t => t.Number);
            builder.Property(t => t.Number).ValueGeneratedNever();
            builder.Property(t => t.Title).HasMaxLength(300);
            builder.Property(t => t.TitleFolded).HasMaxLength(300);
            builder.Property(t => t.Compound).HasMaxLength(200);
            builder.Property(t => t.CompoundCurie).HasMaxLength(80);
            builder.Property(t => t.CellLine).HasMaxLength(200);
            builder.Property(t => t.CellLineCurie).HasMaxLength(80);
            builder.Property(t => t.Organ).HasMaxLength(100);
            builder.Property(t => t.StateReason).HasMaxLength(500);
            builder.Property(t => t.Engine).HasMaxLength(60);
            builder.Property(t => t.Kinds).HasMaxLength(LongestKinds);
            builder.Property(t => t.Ends).HasMaxLength(LongestKinds);
            builder.Property(t => t.Path).HasMaxLength(400);
            builder.Property(t => t.Finding).HasMaxLength(LongestFinding);
            builder.Property(t => t.OwnerKey).HasMaxLength(64);
            builder.Property(t => t.Version).IsConcurrencyToken();
            builder.Property(t => t.ImportHash).HasMaxLength(64);
            builder.HasIndex(t => t.JobNumber).IsUnique();
            builder.HasIndex(t => t.ImportHash).IsUnique();
            builder.HasIndex(t => new { t.OwnerKey, t.Number });
            builder.HasIndex(t => new { t.BatchNumber, t.Number });
            builder.HasIndex(t => new { t.State, t.ChangedAt, t.Number });
            TraceIndexes.AddTo(builder);
        }
    }
}
