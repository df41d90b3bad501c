using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Features.Batches.Listing;

/// <summary>Which batches a list shows: every part is optional, and all must hold.</summary>
/// <param name="Find">A part of the title, in capitals or not; null for all.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">1 to 50.</param>
public sealed record BatchQuery(
    string? Find = null, BatchStanding? Standing = null, BatchSort Sort = BatchSort.Newest, bool Descending = false, int Page = 1,
    int PageSize = 25);

/// <summary>Something of it waits or runs; it ended by itself; somebody stopped it.</summary>
public enum BatchStanding { Running, Finished, Stopped }

/// <summary>What batches are sorted by; of equal ones the newest comes first.</summary>
public enum BatchSort { Newest, Title, Records, Started }

/// <summary>One page of batches.</summary>
public sealed record BatchPageOfResults(ImmutableArray<BatchSummary> Items, int Total);

/// <summary>Batches that the caller may see, a page at a time.</summary>
[Requires(Operation.ReadJob)]
public sealed class ListBatches(IDbContextFactory<PortalDb> databases)
{
    private const int LastPage = 20_000;

    public async Task<BatchPageOfResults> RunAsync(BatchQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (page, size) = (Math.Clamp(query.Page, 1, LastPage), Math.Clamp(query.PageSize, 1, 50));
        var batches = Find(db, query, caller);
        var rows = await Order(batches, query).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var counts = await BatchCounts.ReadAsync(db, rows, caller, ct);
        return new([.. rows.Select(row => counts.SummaryFor(row, caller))], await batches.CountAsync(ct));
    }

    private static IQueryable<BatchRow> Find(PortalDb db, BatchQuery query, Caller caller)
    {
        var batches = db.Batches.VisibleTo(db, caller);
        var (jobs, pieces) = (db.Jobs, db.BatchPieces);
        Expression<Func<BatchRow, bool>> goesOn = b => pieces.Any(p => p.BatchNumber == b.Number)
            || jobs.Any(j => j.BatchNumber == b.Number && (j.State == JobState.Queued || j.State == JobState.Running));
        batches = query.Standing switch
        {
            BatchStanding.Running => batches.Where(goesOn),
            BatchStanding.Finished => batches.Where(b => b.StoppedAt == null).Where(Not(goesOn)),
            BatchStanding.Stopped => batches.Where(b => b.StoppedAt != null),
            _ => batches,
        };
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // becomes SQL
        if (query.Find?.Trim().ToUpperInvariant() is { Length: > 0 } part) batches = batches.Where(b => b.Title.ToUpper().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return batches;
    }

    private static IQueryable<BatchRow> Order(IQueryable<BatchRow> batches, BatchQuery query) => query.Sort switch
    {
        BatchSort.Title => By(batches, b => b.Title, query.Descending),
        BatchSort.Records => By(batches, b => b.Total, query.Descending),
        BatchSort.Started => By(batches, b => b.CreatedAt, query.Descending),
        _ => batches.OrderByDescending(b => b.Number),
    };

    private static IQueryable<BatchRow> By<TKey>(IQueryable<BatchRow> batches, Expression<Func<BatchRow, TKey>> key, bool isDescending) =>
        (isDescending ? batches.OrderByDescending(key) : batches.OrderBy(key)).ThenByDescending(b => b.Number);

    private static Expression<Func<BatchRow, bool>> Not(Expression<Func<BatchRow, bool>> holds) =>
        Expression.Lambda<Func<BatchRow, bool>>(Expression.Not(holds.Body), holds.Parameters);
}
