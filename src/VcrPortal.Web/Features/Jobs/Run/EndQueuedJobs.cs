using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Ends the waiting jobs of a batch, in steps that hold no row for long; each log gets its end in the same transaction.</summary>
public sealed class EndQueuedJobs(IDbContextFactory<PortalDb> databases, JobFeed feed, TimeProvider clock)
{
    /// <summary>Jobs of one transaction.</summary>
    private const int AtATime = 100;

    /// <returns>How many had not started and never will.</returns>
    public async Task<int> RunAsync(int batchNumber, CancellationToken ct)
    {
        for (var ended = 0; ;)
        {
            var (waited, some) = await databases.InTransactionAsync(
                Repeatable.Always, (db, transaction) => EndSomeAsync(db, transaction, batchNumber, ct), ct);
            ended += some.Count;
            foreach (var job in some) feed.Ring(job);
            if (waited < AtATime) return ended;
        }
    }

    private async Task<(int Waited, List<int> Ended)> EndSomeAsync(
        PortalDb db, PortalTransaction transaction, int batchNumber, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.Jobs.Where(j => j.BatchNumber == batchNumber && j.State == JobState.Queued).OrderBy(j => j.Number)
            .Select(j => j.Number).Take(AtATime).ToListAsync(ct);
        List<int> ended = [];
        foreach (var job in waiting)
        {
            // A worker may have taken it a moment ago: then it is asked to stop as one that runs.
            var isEnded = await db.Jobs.Where(j => j.Number == job && j.State == JobState.Queued).ExecuteUpdateAsync(s => s
                .SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now)
                .SetProperty(j => j.EndReason, StopJob.WithItsBatch), ct) > 0;
            if (!isEnded) continue;
            var sequence = await EventLog.TakeAsync(db, job, 1, ct);
            db.JobEvents.Add(JobEventText.ToRow(job, new JobEvent(sequence, now, new JobEventBody.Cancelled(StopJob.WithItsBatch))));
            ended.Add(job);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (waiting.Count, ended);
    }
}
