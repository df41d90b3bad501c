using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>Which of the running jobs have run long enough that whoever works on them has made them known to the cluster.</summary>
internal sealed class LastingJobs(TimeProvider clock)
{
    /// <summary>Time for a process to begin with what it was given, and to say that the job lasts.</summary>
    internal static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1.9);

    /// <summary>What runs at the first look was given out by a keeper before this one.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);

    // As many as there are workers.
    private Dictionary<OpenJob, long>? _since;

    /// <param name="running">All that run now.</param>
    public OpenJob[] Look(IReadOnlyList<OpenJob> running)
    {
        var now = clock.GetTimestamp();
        var seen = _since is null ? now - (long)(Before.TotalSeconds * clock.TimestampFrequency) : now;
        _since = running.ToDictionary(job => job, job => _since?.GetValueOrDefault(job, seen) ?? seen);
        return [.. running.Where(job => clock.GetElapsedTime(_since[job], now) >= Lasting)];
    }
}
