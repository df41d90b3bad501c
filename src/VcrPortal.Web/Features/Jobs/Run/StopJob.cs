using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What became of a stop.</summary>
public abstract record StopOutcome
{
    private StopOutcome() { }

    /// <summary>It had not started and never will.</summary>
    public sealed record Stopped : StopOutcome;
    /// <summary>It is running and ends within moments; what exists is kept as a partial trace.</summary>
    public sealed record Stopping : StopOutcome;
    public sealed record AlreadyOver : StopOutcome;
    /// <summary>Somebody else launched it.</summary>
    public sealed record NotAllowed : StopOutcome;
    public sealed record NotFound : StopOutcome;
}

/// <summary>Stops a job; what it has produced is kept.</summary>
[Requires(Operation.StopJob)]
public sealed class StopJob(IDbContextFactory<PortalDb> databases, JobFeed feed, StopBell stops, TimeProvider clock)
{
    public const string Reason = "Stopped by the person who launched it.";
    internal const string WithItsBatch = "Stopped with its batch.";

    /// <summary>Whether a page offers it to this caller; asked again when it is done.</summary>
    public async Task<bool> IsForAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is { } thing && caller.May(Operation.StopJob, thing);
    }

    public async Task<StopOutcome> RunAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Jobs.Where(j => j.Number == jobNumber).Select(j => new { j.State, j.CancelRequested }).FirstOrDefaultAsync(ct);
        if (row is null || await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is not { } thing) return new StopOutcome.NotFound();
        // That it is over already is no refusal, so the state is left to the decision below.
        if (!caller.May(Operation.StopJob, thing with { IsClosed = false })) return new StopOutcome.NotAllowed();

        var decision = new Job(row.State, 0).Stop();
        if (decision == StopDecision.EndNow && await EndQueuedAsync(jobNumber, caller, ct)) return new StopOutcome.Stopped();
        // A job that was queued a moment ago may have been taken by a worker in between.
        if (decision == StopDecision.Nothing
            || !(row.CancelRequested || await AskWorkerAsync(jobNumber, caller, ct))) return new StopOutcome.AlreadyOver();
        stops.Ring(jobNumber);
        return new StopOutcome.Stopping();
    }

    private Task<bool> EndQueuedAsync(int jobNumber, Caller caller, CancellationToken ct) => databases.InTransactionAsync(
        Repeatable.Always, (db, transaction) => EndQueuedAsync(db, transaction, jobNumber, caller, ct), ct);

    private async Task<bool> EndQueuedAsync(PortalDb db, PortalTransaction transaction, int jobNumber, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await db.Jobs.Where(j => j.Number == jobNumber && j.State == JobState.Queued).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.EndReason, Reason), ct);
        if (ended == 0) return false;
        await AppendAsync(db, jobNumber, new JobEventBody.Cancelled(Reason), now, caller, ct);
        await transaction.CommitAsync(ct);
        feed.Ring(jobNumber);
        return true;
    }

    private Task<bool> AskWorkerAsync(int jobNumber, Caller caller, CancellationToken ct) => databases.InTransactionAsync(
        Repeatable.Always, (db, transaction) => AskWorkerAsync(db, transaction, jobNumber, caller, ct), ct);

    private async Task<bool> AskWorkerAsync(PortalDb db, PortalTransaction transaction, int jobNumber, Caller caller, CancellationToken ct)
    {
        var asked = await db.Jobs.Where(j => j.Number == jobNumber && j.State == JobState.Running && !j.CancelRequested)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.CancelRequested, true), ct);
        if (asked == 0) return false;
        await AppendAsync(db, jobNumber, new JobEventBody.CancelRequested(), clock.GetUtcNow().UtcDateTime, caller, ct);
        await transaction.CommitAsync(ct);
        feed.Ring(jobNumber);
        return true;
    }

    private static async Task AppendAsync(PortalDb db, int jobNumber, JobEventBody body, DateTime now, Caller caller, CancellationToken ct)
    {
        HistoryWriter.Add(db, caller, Operation.StopJob, HistorySubject.Job(jobNumber), now);
        await db.SaveChangesAsync(ct);
        await EventLog.WriteAsync(db, jobNumber, await EventLog.TakeAsync(db, jobNumber, 1, ct), now, [body], ct);
    }
}
