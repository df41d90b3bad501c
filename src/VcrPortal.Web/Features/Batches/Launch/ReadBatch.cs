using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Listing;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>A batch with the counts of those of its jobs that the caller may see; they are read with <see cref="ListJobs"/>.</summary>
[Requires(Operation.ReadJob)]
public sealed class ReadBatch(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>What the rate is measured over.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(1);

    /// <summary>Fewer jobs than this tell nothing about the rest.</summary>
    private const int Few = 20;

    /// <summary>Reasons that are listed.</summary>
    private const int MostReasons = 10;

    /// <returns>Null when there is no such batch, or it is private and not the caller's.</returns>
    public async Task<BatchSummary?> RunAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Batches.VisibleTo(db, caller).FirstOrDefaultAsync(b => b.Number == batchNumber, ct) is { } batch
            ? await CountAsync(db, batch, caller, ct) : null;
    }

    /// <summary>Whether the caller may know of this batch.</summary>
    public async Task<bool> IsVisibleAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Batches.VisibleTo(db, caller).AnyAsync(b => b.Number == batchNumber, ct);
    }

    /// <summary>The newest batches first.</summary>
    /// <param name="count">At most 50.</param>
    public async Task<ImmutableArray<BatchSummary>> ListLatestAsync(int count, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var batches = await db.Batches.VisibleTo(db, caller).OrderByDescending(b => b.Number).Take(Math.Clamp(count, 1, 50))
            .ToListAsync(ct);
        var counts = await BatchCounts.ReadAsync(db, batches, caller, ct);
        return [.. batches.Select(batch => counts.SummaryFor(batch, caller))];
    }

    /// <summary>Why its jobs failed, the commonest reasons first.</summary>
    public async Task<ImmutableArray<BatchFailure>> ListFailuresAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var failures = await db.Jobs.VisibleTo(db, caller)
            .Where(j => j.BatchNumber == batchNumber
                && (j.State == JobState.Failed || j.State == JobState.Cancelled || j.State == JobState.Interrupted))
            .GroupBy(j => j.EndReason).Select(g => new { Reason = g.Key, Jobs = g.Count(), Example = g.Min(j => j.Number) })
            .OrderByDescending(f => f.Jobs).ThenBy(f => f.Example).Take(MostReasons).ToListAsync(ct);
        return [.. failures.Select(f => new BatchFailure(f.Reason ?? "", f.Jobs, f.Example))];
    }

    private async Task<BatchSummary> CountAsync(PortalDb db, BatchRow batch, Caller caller, CancellationToken ct)
    {
        var counted = (await BatchCounts.ReadAsync(db, [batch], caller, ct)).SummaryFor(batch, caller);
        if (counted.Queued + counted.Running == 0) return counted;
        var jobs = db.Jobs.VisibleTo(db, caller).Where(j => j.BatchNumber == batch.Number);
        return counted with { JobsPerSecond = await JobsPerSecondAsync(jobs, batch.CreatedAt, ct) };
    }

    private async Task<double?> JobsPerSecondAsync(IQueryable<JobRow> jobs, DateTime createdAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - createdAt < Recently ? createdAt : now - Recently;
        var recent = await jobs.CountAsync(j => j.State == JobState.Completed && j.FinishedAt > since, ct);
        return recent >= Few && now > since ? recent / (now - since).TotalSeconds : null;
    }
}
