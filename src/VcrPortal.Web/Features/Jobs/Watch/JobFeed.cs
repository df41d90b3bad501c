using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// Follows the log of a job from a number: no gap, no duplicate, whatever is lost on the way. The log is the truth; a bell only says "read
/// again", so a lost ring (or an event written by another process) costs at most one slow poll.
/// </summary>
public sealed class JobFeed(IDbContextFactory<PortalDb> databases, JobBell bell, TimeProvider clock)
{
    /// <summary>At most one batch in this time: ten a second reads as live.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);

    /// <summary>Open watches of this process.</summary>
    public int Watchers => bell.Listeners;

    /// <summary>Something was appended to this job's log.</summary>
    public void Ring(int jobNumber) => bell.Ring(jobNumber);

    /// <summary>Batches of events after <paramref name="after"/>, at most one in 100 ms; ends after the job's last event, or when there is
    /// no such job.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobEvent>> WatchAsync(
        int jobNumber, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        using var listening = bell.Register(jobNumber); // before the first read: what is appended in between rings
        while (true)
        {
            var (events, isOver) = await ReadAsync(jobNumber, after, ct);
            if (events.Count > 0)
            {
                after = events[^1].Sequence;
                yield return events;
                if (events[^1].IsTerminal) yield break;
                if (events.Count < EventLog.ReadLimit) await Task.Delay(Beat, clock, ct);
                continue;
            }
            if (isOver) yield break;
            await listening.WaitAsync(SlowPoll, ct);
        }
    }

    private async Task<(IReadOnlyList<JobEvent> Events, bool IsOver)> ReadAsync(int jobNumber, int after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var events = await EventLog.ReadAsync(db, jobNumber, after, ct);
        if (events.Count > 0) return (events, false);
        var job = await db.Jobs.Where(j => j.Number == jobNumber).Select(j => new { j.State, j.LastSequence }).FirstOrDefaultAsync(ct);
        return (events, job is null || (job.LastSequence <= after && new Job(job.State, 0).IsOver));
    }
}
