using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A job as lists and the queue read it; its question stands apart (<see cref="JobRecordRow"/>), its story in the log.</summary>
public sealed class JobRow : IResourceRow<JobRow>
{
    public int Number { get; set; }
    public required string Title { get; set; }
    public string? Compound { get; set; }
    public string? CellLine { get; set; }
    public required string Engine { get; set; }
    public JobState State { get; set; }
    public bool IsBatch { get; set; }
    public int? BatchNumber { get; set; }
    /// <summary>Who launched it, opaque.</summary>
    public required string VisitorKey { get; set; }
    /// <summary>For whoever launched it and those who were invited only.</summary>
    public bool IsPrivate { get; set; }
    public DateTime QueuedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int? TraceNumber { get; set; }
    public string? EndReason { get; set; }
    public bool CancelRequested { get; set; }

    /// <summary>Edits that may be tried after the first verification; 0 for none.</summary>
    public int RefinementSteps { get; set; }
    /// <summary>The job that it was forked from, which may be gone; null for a question of its own.</summary>
    public int? OriginNumber { get; set; }

    /// <summary>Tokens that its models took, as their services count them; what was used for work that was dropped stays used.</summary>
    public long InputTokens { get; set; }
    public long OutputTokens { get; set; }
    /// <summary>In millionths of <see cref="CostCurrency"/>; null where no price was configured.</summary>
    public long? CostMillionths { get; set; }
    /// <summary>The currency by ISO 4217, as it was configured when the job ran.</summary>
    public string? CostCurrency { get; set; }

    /// <summary>Counts how often it was taken: the stamp under which a worker may write.</summary>
    public int Attempt { get; set; }
    /// <summary>The number of the last event of its log.</summary>
    public int LastSequence { get; set; }

    /// <inheritdoc />
    public static Expression<Func<JobRow, ResourceFacts>> Facts { get; } = j => new()
    {
        Number = j.Number,
        OwnerKey = j.VisitorKey,
        IsPrivate = j.IsPrivate,
        GuestsOfJob = j.Number,
        IsClosed = j.State != JobState.Queued && j.State != JobState.Running,
    };

    /// <inheritdoc />
    public static Operation Reading => Operation.ReadJob;

    private sealed class Configuration : IEntityTypeConfiguration<JobRow>
    {
        public void Configure(EntityTypeBuilder<JobRow> builder)
        {
            builder.ToTable("Jobs").HasKey(j => j.Number);
            builder.Property(j => j.Number).ValueGeneratedNever();
            builder.Property(j => j.Title).HasMaxLength(300);
            builder.Property(j => j.Compound).HasMaxLength(200);
            builder.Property(j => j.CellLine).HasMaxLength(200);
            builder.Property(j => j.Engine).HasMaxLength(60);
            builder.Property(j => j.VisitorKey).HasMaxLength(64);
            builder.Property(j => j.EndReason).HasMaxLength(500);
            builder.Property(j => j.CostCurrency).HasMaxLength(3);
            // The queue in the order in which it is worked off.
            builder.HasIndex(j => new { j.State, j.IsBatch, j.Number });
            // What a batch's page counts, without touching the rows.
            builder.HasIndex(j => new { j.BatchNumber, j.IsPrivate, j.State, j.FinishedAt });
            builder.HasIndex(j => new { j.VisitorKey, j.State });
            // What a person's models used in a month.
            builder.HasIndex(j => new { j.QueuedAt, j.VisitorKey });
        }
    }
}

/// <summary>What a job was asked.</summary>
public sealed class JobRecordRow
{
    public int JobNumber { get; set; }
    public required string RecordJson { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<JobRecordRow>
    {
        public void Configure(EntityTypeBuilder<JobRecordRow> builder)
        {
            builder.ToTable("JobRecords").HasKey(r => r.JobNumber);
            builder.Property(r => r.JobNumber).ValueGeneratedNever();
            builder.HasOne<JobRow>().WithOne().HasForeignKey<JobRecordRow>(r => r.JobNumber);
        }
    }
}

/// <summary>One entry of a job's log. Never changed, never removed.</summary>
public sealed class JobEventRow
{
    public int JobNumber { get; set; }
    public int Sequence { get; set; }
    public DateTime At { get; set; }
    public required string Kind { get; set; }
    public required string Payload { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<JobEventRow>
    {
        public void Configure(EntityTypeBuilder<JobEventRow> builder)
        {
            builder.ToTable("JobEvents").HasKey(e => new { e.JobNumber, e.Sequence });
            builder.Property(e => e.Kind).HasMaxLength(40);
            builder.HasOne<JobRow>().WithMany().HasForeignKey(e => e.JobNumber);
        }
    }
}
