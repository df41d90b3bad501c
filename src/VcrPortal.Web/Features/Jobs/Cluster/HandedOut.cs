using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>What was given out and still stands in the queue: it takes a moment until whoever got it has begun.</summary>
internal sealed class HandedOut(TimeProvider clock)
{
    /// <summary>Who has not begun by then has died, or has longer jobs before it than it thought, or the database is slow; given out
    /// twice, a job is still begun once.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(3);

    // At most what all workers together can begin with in that time, and only while it waits.
    private readonly Dictionary<OpenJob, long> _since = [];

    public int Count => _since.Count;

    /// <param name="waiting">The head of the queue, at least <paramref name="most"/> + <see cref="Count"/> long if the queue is.</param>
    public OpenJob[] Take(IReadOnlyList<OpenJob> waiting, int most)
    {
        var still = waiting.ToHashSet();
        foreach (var (job, since) in _since.ToList())
            if (!still.Contains(job) || clock.GetElapsedTime(since) > Remembered) _since.Remove(job);
        OpenJob[] taken = [.. waiting.Where(job => !_since.ContainsKey(job)).Take(most)];
        foreach (var job in taken) _since[job] = clock.GetTimestamp();
        return taken;
    }
}
