using System.Collections.Concurrent;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>The jobs that this process runs now, so that a stop reaches them at once. Bounded by the number of workers.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<int, Action> _stops = new();

    /// <summary>Another process notices the stop in the job's row, when it renews its lease.</summary>
    public void Stop(int jobNumber)
    {
        if (_stops.TryGetValue(jobNumber, out var stop)) stop();
    }

    internal IDisposable Add(int jobNumber, Action stop)
    {
        _stops[jobNumber] = stop;
        return new Entry(this, jobNumber, stop);
    }

    private sealed class Entry(RunningJobs jobs, int jobNumber, Action stop) : IDisposable
    {
        // Only its own entry: a later attempt may stand there already.
        public void Dispose() => jobs._stops.TryRemove(KeyValuePair.Create(jobNumber, stop));
    }
}
