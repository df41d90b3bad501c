using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Data;

/// <summary>The last number given to a job, a batch, a trace or whatever else people name by its number.</summary>
public sealed class NumberRow
{
    public required string Name { get; set; }
    public int Last { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<NumberRow>
    {
        public void Configure(EntityTypeBuilder<NumberRow> builder)
        {
            builder.ToTable("Numbers").HasKey(n => n.Name);
            builder.Property(n => n.Name).HasMaxLength(20);
            builder.HasData(
                new NumberRow { Name = NumberSeries.Job }, new NumberRow { Name = NumberSeries.Batch },
                    new NumberRow { Name = NumberSeries.Trace },
                new NumberRow { Name = NumberSeries.Comment }, new NumberRow { Name = NumberSeries.Passage },
                new NumberRow { Name = NumberSeries.Proposal }, new NumberRow { Name = NumberSeries.Suggestion },
                new NumberRow { Name = NumberSeries.Collection }, new NumberRow { Name = NumberSeries.Team },
                new NumberRow { Name = NumberSeries.Flag });
        }
    }
}

/// <summary>
/// Public numbers are ours, not the database's: contiguous, the same on both providers, and rows with them insert in bulk
/// without MERGE. The row stays locked until the caller's transaction ends, which also makes counts taken after it exact.
/// </summary>
public static class NumberSeries
{
    public const string Job = "job";
    public const string Batch = "batch";
    public const string Trace = "trace";
    public const string Comment = "comment";
    public const string Passage = "passage";
    public const string Proposal = "proposal";
    public const string Suggestion = "suggestion";
    public const string Collection = "collection";
    public const string Team = "team";
    public const string Flag = "flag";

    /// <summary>The first of <paramref name="count"/> new numbers. The caller holds a transaction.</summary>
    public static async Task<int> TakeAsync(PortalDb db, string series, int count, CancellationToken ct)
    {
        await db.Numbers.Where(n => n.Name == series).ExecuteUpdateAsync(s => s.SetProperty(n => n.Last, n => n.Last + count), ct);
        return await db.Numbers.Where(n => n.Name == series).Select(n => n.Last).SingleAsync(ct) - count + 1;
    }
}
