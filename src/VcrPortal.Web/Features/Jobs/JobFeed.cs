namespace VcrPortal.Web.Features.Jobs;

/// <summary>Follows the log of a job from a number: no gap, no duplicate, whatever is lost on the way.</summary>
public sealed class JobFeed
{
    /// <summary>Batches of events after <paramref name="after"/>, at most one in 100 ms; ends after the job's last event, or when there is no such job.</summary>
    public IAsyncEnumerable<IReadOnlyList<JobEvent>> WatchAsync(int jobNumber, int after, CancellationToken ct) => throw new NotImplementedException();
}
