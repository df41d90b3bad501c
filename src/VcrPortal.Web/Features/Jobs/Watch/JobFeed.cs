using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// Follows the log of a job from a number: no gap, no duplicate, whatever is lost on the way. The log is the truth; a bell only says "read
/// again", so a lost ring (or an event written by another process) costs at most one slow poll.
/// </summary>
public sealed class JobFeed(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>At most one batch in this time: ten a second reads as live.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);

    // One bell for each open watch; watches are bounded by the connections that the server accepts. A job without watchers has no entry.
    private readonly Dictionary<int, HashSet<Channel<byte>>> _bells = [];

    /// <summary>Open watches of this process.</summary>
    public int Watchers
    {
        get { lock (_bells) return _bells.Values.Sum(b => b.Count); }
    }

    /// <summary>Something was appended to this job's log.</summary>
    public void Ring(int jobNumber)
    {
        lock (_bells)
        {
            if (!_bells.TryGetValue(jobNumber, out var bells)) return;
            foreach (var bell in bells) bell.Writer.TryWrite(0);
        }
    }

    /// <summary>Batches of events after <paramref name="after"/>, at most one in 100 ms; ends after the job's last event, or when there is
    /// no such job.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobEvent>> WatchAsync(
        int jobNumber, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        var bell = Register(jobNumber); // before the first read: what is appended in between rings
        try
        {
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
                await WaitAsync(bell, ct);
            }
        }
        finally { Unregister(jobNumber, bell); }
    }

    private async Task<(IReadOnlyList<JobEvent> Events, bool IsOver)> ReadAsync(int jobNumber, int after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var events = await EventLog.ReadAsync(db, jobNumber, after, ct);
        if (events.Count > 0) return (events, false);
        var job = await db.Jobs.Where(j => j.Number == jobNumber).Select(j => new { j.State, j.LastSequence }).FirstOrDefaultAsync(ct);
        return (events, job is null || (job.LastSequence <= after && new Job(job.State, 0, null).IsOver));
    }

    private async Task WaitAsync(Channel<byte> bell, CancellationToken ct)
    {
        using var poll = new CancellationTokenSource(SlowPoll, clock);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct, poll.Token);
        try { await bell.Reader.ReadAsync(wait.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { /* the slow poll */ }
    }

    private Channel<byte> Register(int jobNumber)
    {
        // Holds one ring: several that come before the next read are one.
        var bell =
            Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        lock (_bells)
        {
            if (!_bells.TryGetValue(jobNumber, out var bells)) _bells.Add(jobNumber, bells = []);
            bells.Add(bell);
        }
        return bell;
    }

    private void Unregister(int jobNumber, Channel<byte> bell)
    {
        lock (_bells)
        {
            if (_bells.TryGetValue(jobNumber, out var bells) && bells.Remove(bell) && bells.Count == 0) _bells.Remove(jobNumber);
        }
    }
}
