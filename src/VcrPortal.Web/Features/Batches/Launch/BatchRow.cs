using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Many records under one title.</summary>
public sealed class BatchRow : IResourceRow<BatchRow>
{
    public int Number { get; set; }
    public required string Title { get; set; }
    public required string VisitorKey { get; set; }
    public int Total { get; set; }
    /// <summary>Its page and its title are for whoever launched it only; each of its jobs says for itself who may see it.</summary>
    public bool IsPrivate { get; set; }
    public DateTime CreatedAt { get; set; }
    /// <summary>When somebody stopped it, UTC; null while nobody did.</summary>
    public DateTime? StoppedAt { get; set; }
    /// <summary>Records that had not become jobs when it was stopped.</summary>
    public int NeverBegun { get; set; }

    /// <inheritdoc />
    public static Expression<Func<BatchRow, ResourceFacts>> Facts { get; } = b => new()
    {
        // Nobody is invited to a batch: a guest of one of its jobs sees that job.
        Number = b.Number,
        OwnerKey = b.VisitorKey,
        IsPrivate = b.IsPrivate,
    };

    /// <inheritdoc />
    public static Operation Reading => Operation.ReadJob;

    private sealed class Configuration : IEntityTypeConfiguration<BatchRow>
    {
        public void Configure(EntityTypeBuilder<BatchRow> builder)
        {
            builder.ToTable("Batches").HasKey(b => b.Number);
            builder.Property(b => b.Number).ValueGeneratedNever();
            builder.Property(b => b.Title).HasMaxLength(200);
            builder.Property(b => b.VisitorKey).HasMaxLength(64);
            builder.HasIndex(b => b.VisitorKey);
        }
    }
}

/// <summary>
/// Records of a batch that are no jobs yet. A piece goes in the transaction that makes its jobs: whatever is killed when, each record
/// becomes one job, and the queue stays short however large a batch is.
/// </summary>
public sealed class BatchPieceRow
{
    /// <summary>Records in one piece.</summary>
    public const int Records = 500;

    public int BatchNumber { get; set; }
    /// <summary>Counted from 1; the first is laid out as the batch is launched and never stands here.</summary>
    public int Piece { get; set; }
    /// <summary>The number that its first job gets; the others follow.</summary>
    public int FirstJob { get; set; }
    public int Count { get; set; }
    public required string RecordsJson { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<BatchPieceRow>
    {
        public void Configure(EntityTypeBuilder<BatchPieceRow> builder)
        {
            builder.ToTable("BatchPieces").HasKey(p => new { p.BatchNumber, p.Piece });
            builder.HasOne<BatchRow>().WithMany().HasForeignKey(p => p.BatchNumber);
        }
    }
}
