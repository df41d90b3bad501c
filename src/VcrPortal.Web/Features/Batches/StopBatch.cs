using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Batches;

/// <summary>What became of a stop of a whole batch.</summary>
public abstract record StopBatchOutcome
{
    private StopBatchOutcome() { }

    /// <param name="Waiting">Jobs and records that had not started and never will.</param>
    /// <param name="Running">Jobs that end within moments; what they have made is kept.</param>
    public sealed record Stopped(int Waiting, int Running) : StopBatchOutcome;
    public sealed record AlreadyOver : StopBatchOutcome;
    /// <summary>Somebody else launched it.</summary>
    public sealed record NotAllowed : StopBatchOutcome;
    public sealed record NotFound : StopBatchOutcome;
}

/// <summary>
/// Stops a batch: its records that are no jobs yet never become one, its waiting jobs end, and its running ones are asked to. What it has
/// made is kept. Stopped half-way, by a killed process say, it is stopped for good as soon as somebody asks again: nothing starts anew.
/// </summary>
[Requires(Operation.StopJob)]
public sealed class StopBatch(IDbContextFactory<PortalDb> databases, EndQueuedJobs waiting, StopJob stopJob, TimeProvider clock)
{
    public async Task<StopBatchOutcome> RunAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<BatchRow>(batchNumber, caller, ct) is not { } thing) return new StopBatchOutcome.NotFound();
        if (!caller.May(Operation.StopJob, thing)) return new StopBatchOutcome.NotAllowed();
        if (!await IsOpenAsync(db, batchNumber, ct)) return new StopBatchOutcome.AlreadyOver();
        // First, so that no worker lays out another piece while the jobs of the last one are ended.
        var records = await databases.InTransactionAsync(
            Repeatable.Always, (unit, transaction) => DropPiecesAsync(unit, transaction, batchNumber, caller, ct), ct);
        var jobs = await waiting.RunAsync(batchNumber, ct);
        return new StopBatchOutcome.Stopped(records + jobs, await StopRunningAsync(db, batchNumber, caller, ct));
    }

    private static async Task<bool> IsOpenAsync(PortalDb db, int batchNumber, CancellationToken ct) =>
        await db.BatchPieces.AnyAsync(p => p.BatchNumber == batchNumber, ct) || await db.Jobs.AnyAsync(
            j => j.BatchNumber == batchNumber && (j.State == JobState.Queued || j.State == JobState.Running), ct);

    private async Task<int> DropPiecesAsync(
        PortalDb db, PortalTransaction transaction, int batchNumber, Caller caller, CancellationToken ct)
    {
        var pieces = db.BatchPieces.Where(p => p.BatchNumber == batchNumber);
        var records = await pieces.SumAsync(p => p.Count, ct);
        await pieces.ExecuteDeleteAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Batches.Where(b => b.Number == batchNumber).ExecuteUpdateAsync(s => s
            .SetProperty(b => b.StoppedAt, b => b.StoppedAt ?? now).SetProperty(b => b.NeverBegun, b => b.NeverBegun + records), ct);
        HistoryWriter.Add(
            db, caller, Operation.StopJob, HistorySubject.Batch(batchNumber), now,
            string.Create(CultureInfo.InvariantCulture, $"{records} records had not become jobs"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return records;
    }

    private async Task<int> StopRunningAsync(PortalDb db, int batchNumber, Caller caller, CancellationToken ct)
    {
        // There are at most as many as there are workers.
        var running = await db.Jobs.Where(j => j.BatchNumber == batchNumber && j.State == JobState.Running).Select(j => j.Number)
            .ToListAsync(ct);
        foreach (var job in running) await stopJob.RunAsync(job, caller, ct);
        return running.Count;
    }
}
