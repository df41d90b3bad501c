using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A batch with its counts; its jobs are read with <see cref="ListJobs"/>.</summary>
public sealed class ReadBatch(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such batch.</returns>
    public async Task<BatchSummary?> RunAsync(int batchNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Batches.FirstOrDefaultAsync(b => b.Number == batchNumber, ct) is { } batch ? await CountAsync(db, batch, ct) : null;
    }

    /// <summary>The newest batches first.</summary>
    /// <param name="count">At most 50.</param>
    public async Task<ImmutableArray<BatchSummary>> ListLatestAsync(int count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var batches = await db.Batches.OrderByDescending(b => b.Number).Take(Math.Clamp(count, 1, 50)).ToListAsync(ct);
        var summaries = ImmutableArray.CreateBuilder<BatchSummary>(batches.Count);
        foreach (var batch in batches) summaries.Add(await CountAsync(db, batch, ct));
        return summaries.DrainToImmutable();
    }

    private static async Task<BatchSummary> CountAsync(PortalDb db, BatchRow batch, CancellationToken ct)
    {
        var states = await db.Jobs.Where(j => j.BatchNumber == batch.Number).GroupBy(j => j.State)
            .Select(g => new StateCount(g.Key, g.Count(), g.Max(j => j.FinishedAt))).ToListAsync(ct);
        int Count(JobState state) => states.FirstOrDefault(s => s.State == state)?.Jobs ?? 0;
        var (queued, running, completed) = (Count(JobState.Queued), Count(JobState.Running), Count(JobState.Completed));
        var finishedAt = queued + running == 0 ? states.Max(s => s.FinishedAt) : null;
        return new BatchSummary(batch.Number, batch.Title, batch.Total, queued, running, completed, batch.Total - queued - running - completed, batch.CreatedAt, finishedAt);
    }

    private sealed record StateCount(JobState State, int Jobs, DateTime? FinishedAt);
}
