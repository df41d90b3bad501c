using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// Takes a job for whoever is to work on it now. One conditional update on the attempt that was seen: of two (threads, processes, machines)
/// exactly one gets it, and whoever had it before can write no more.
/// </summary>
public sealed class BeginAttempt(IDbContextFactory<PortalDb> databases, JobFeed feed, IOptions<JobOptions> options, TimeProvider clock)
{
    /// <returns>Null when there is nothing to work on: it is over, was given up now, or somebody else has taken it since.</returns>
    public async Task<JobClaim?> RunAsync(OpenJob seen, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await Unchanged(db, seen).Select(j => new { j.State, j.IsBatch }).FirstOrDefaultAsync(ct);
        if (row is null) return null;
        switch (new Job(row.State, seen.Attempt).Begin(options.Value.Attempts))
        {
            case BeginDecision.Take take:
                var claim = new JobClaim(seen.Number, take.Attempt, row.IsBatch);
                return await databases.InTransactionAsync(
                    Repeatable.Always, (unit, transaction) => TakeAsync(unit, transaction, seen, claim, ct), ct) ? claim : null;
            case BeginDecision.GiveUp giveUp:
                await databases.InTransactionAsync(
                    Repeatable.Always, (unit, transaction) => GiveUpAsync(unit, transaction, seen, giveUp.Reason, ct), ct);
                return null;
            default: return null;
        }
    }

    private async Task<bool> TakeAsync(PortalDb db, PortalTransaction transaction, OpenJob seen, JobClaim claim, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await Unchanged(db, seen).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Running)
            .SetProperty(j => j.Attempt, claim.Attempt)
            .SetProperty(j => j.StartedAt, j => j.StartedAt ?? now), ct);
        // The try before may have taken it, and its answer was lost.
        if (taken == 0) return transaction.MayBeDone && await EventLog.Held(db, claim).AnyAsync(ct);
        await AppendAsync(db, transaction, claim.JobNumber, new JobEventBody.Started(claim.Attempt), now, ct);
        return true;
    }

    /// <returns>Whether it was this call that gave it up.</returns>
    private async Task<bool> GiveUpAsync(PortalDb db, PortalTransaction transaction, OpenJob seen, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await Unchanged(db, seen).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Interrupted).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.EndReason, reason), ct);
        if (ended > 0) await AppendAsync(db, transaction, seen.Number, new JobEventBody.Interrupted(reason), now, ct);
        return ended > 0;
    }

    private async Task AppendAsync(
        PortalDb db, PortalTransaction transaction, int jobNumber, JobEventBody body, DateTime now, CancellationToken ct)
    {
        await EventLog.WriteAsync(db, jobNumber, await EventLog.TakeAsync(db, jobNumber, 1, ct), now, [body], ct);
        await transaction.CommitAsync(ct);
        feed.Ring(jobNumber);
    }

    /// <summary>The row, if nobody has begun with it since, and it is not over.</summary>
    private static IQueryable<JobRow> Unchanged(PortalDb db, OpenJob seen) => db.Jobs.Where(j =>
        j.Number == seen.Number && j.Attempt == seen.Attempt && (j.State == JobState.Queued || j.State == JobState.Running));
}
