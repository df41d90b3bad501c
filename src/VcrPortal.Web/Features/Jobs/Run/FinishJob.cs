using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>How a worker leaves a job.</summary>
public abstract record JobEnd
{
    private JobEnd() { }

    public sealed record Completed : JobEnd;
    public sealed record Failed(string Reason) : JobEnd;
    public sealed record Cancelled(string Reason) : JobEnd;
    /// <summary>The process is shutting down: the job waits for another worker.</summary>
    public sealed record Requeued(string Reason) : JobEnd;
}

/// <summary>Ends a worker's hold on a job: its trace, its last event and its row in one transaction, and only if the job is still its
/// own.</summary>
public sealed class FinishJob(IDbContextFactory<PortalDb> databases, SaveTrace saveTrace, JobFeed feed, TimeProvider clock)
{
    /// <param name="trace">What to keep; null when there is nothing.</param>
    /// <returns>False when the job was taken by another worker: nothing was written.</returns>
    public async Task<bool> RunAsync(JobClaim claim, JobEnd end, NewTrace? trace, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => EndAsync(db, transaction, claim, end, trace, now, ct), ct);
    }

    private async Task<bool> EndAsync(
        PortalDb db, PortalTransaction transaction, JobClaim claim, JobEnd end, NewTrace? trace, DateTime now, CancellationToken ct)
    {
        if (await EventLog.TakeAsync(db, claim, 1, ct) is not { } sequence)
            return transaction.MayBeDone && await IsEndedAsync(db, claim, now, ct);
        int? number = trace is null ? null : await saveTrace.RunAsync(db, trace, await OwnerAsync(db, claim, ct), now, ct);
        await EventLog.WriteAsync(db, claim.JobNumber, sequence, now, [BodyOf(end, number)], ct);
        await CloseAsync(db, claim, end, number, now, ct);
        await transaction.CommitAsync(ct);
        feed.Ring(claim.JobNumber);
        return true;
    }

    /// <summary>Whether this end was stored by the try before, whose answer was lost.</summary>
    private static Task<bool> IsEndedAsync(PortalDb db, JobClaim claim, DateTime now, CancellationToken ct) => db.Jobs.AnyAsync(
        j => j.Number == claim.JobNumber && j.Attempt == claim.Attempt
            && (j.FinishedAt == now || j.State == JobState.Queued), ct);

    private static Task<TraceOwner> OwnerAsync(PortalDb db, JobClaim claim, CancellationToken ct) =>
        db.Jobs.Where(j => j.Number == claim.JobNumber).Select(j => new TraceOwner(j.VisitorKey, j.IsPrivate, j.BatchNumber))
            .SingleAsync(ct);

    private static JobEventBody BodyOf(JobEnd end, int? trace) => end switch
    {
        JobEnd.Completed => new JobEventBody.Completed(trace ?? throw new InvalidOperationException("A completed job has a trace.")),
        JobEnd.Failed f => new JobEventBody.Failed(f.Reason, trace),
        JobEnd.Cancelled c => new JobEventBody.Cancelled(c.Reason, trace),
        JobEnd.Requeued r => new JobEventBody.Requeued(r.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    private static Task CloseAsync(PortalDb db, JobClaim claim, JobEnd end, int? trace, DateTime now, CancellationToken ct)
    {
        var (state, reason) = end switch
        {
            JobEnd.Failed f => (JobState.Failed, f.Reason.Fit(500)),
            JobEnd.Cancelled c => (JobState.Cancelled, c.Reason.Fit(500)),
            JobEnd.Requeued => (JobState.Queued, null),
            _ => (JobState.Completed, (string?)null),
        };
        DateTime? finished = state == JobState.Queued ? null : now;
        return EventLog.Held(db, claim).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, state)
            .SetProperty(j => j.EndReason, reason)
            .SetProperty(j => j.TraceNumber, trace)
            .SetProperty(j => j.FinishedAt, finished), ct);
    }
}
