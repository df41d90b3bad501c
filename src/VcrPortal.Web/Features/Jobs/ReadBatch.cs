using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A batch with the counts of those of its jobs that the caller may see; they are read with <see cref="ListJobs"/>.</summary>
[Does(Deed.ReadJob)]
public sealed class ReadBatch(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such batch, or it is private and not the caller's.</returns>
    public async Task<BatchSummary?> RunAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Batches.VisibleTo(caller).FirstOrDefaultAsync(b => b.Number == batchNumber, ct) is { } batch ? await CountAsync(db, batch, caller, ct) : null;
    }

    /// <summary>The newest batches first.</summary>
    /// <param name="count">At most 50.</param>
    public async Task<ImmutableArray<BatchSummary>> ListLatestAsync(int count, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var batches = await db.Batches.VisibleTo(caller).OrderByDescending(b => b.Number).Take(Math.Clamp(count, 1, 50)).ToListAsync(ct);
        var summaries = ImmutableArray.CreateBuilder<BatchSummary>(batches.Count);
        foreach (var batch in batches) summaries.Add(await CountAsync(db, batch, caller, ct));
        return summaries.DrainToImmutable();
    }

    private static async Task<BatchSummary> CountAsync(PortalDb db, BatchRow batch, Caller caller, CancellationToken ct)
    {
        var states = await db.Jobs.VisibleTo(db, caller).Where(j => j.BatchNumber == batch.Number).GroupBy(j => j.State)
            .Select(g => new StateCount(g.Key, g.Count(), g.Max(j => j.FinishedAt))).ToListAsync(ct);
        int Count(JobState state) => states.FirstOrDefault(s => s.State == state)?.Jobs ?? 0;
        var (queued, running, completed) = (Count(JobState.Queued), Count(JobState.Running), Count(JobState.Completed));
        var total = states.Sum(s => s.Jobs); // fewer than it was launched with, once some became private
        var finishedAt = queued + running == 0 ? states.Max(s => s.FinishedAt) : null;
        return new BatchSummary(batch.Number, batch.Title, total, queued, running, completed, total - queued - running - completed, batch.CreatedAt, finishedAt, batch.IsPrivate);
    }

    private sealed record StateCount(JobState State, int Jobs, DateTime? FinishedAt);
}
