using System.Runtime.CompilerServices;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A job as it is drawn: its state, and its graph with a place for every claim.</summary>
public sealed record JobView(JobProgress Progress, GrowingGraph? Graph)
{
    public static JobView Of(JobProgress progress) => new(progress, GrowingGraph.Next(null, progress));

    public JobView Next(JobProgress progress) => new(progress, GrowingGraph.Next(Graph, progress));
}

/// <summary>What all viewers of a job see: its log is read and folded, and its claims are placed, once for all of them.</summary>
public sealed class FollowJob
{
    private readonly SharedViews<int, JobView> _views;

    public FollowJob(ReadJob jobs, JobFeed feed) => _views = new((job, ct) => ReadAsync(jobs, feed, job, ct));

    /// <summary>The view now and each later one; ends with the job.</summary>
    public IAsyncEnumerable<JobView> RunAsync(int jobNumber, CancellationToken ct) => _views.FollowAsync(jobNumber, ct);

    private static async IAsyncEnumerable<JobView> ReadAsync(ReadJob jobs, JobFeed feed, int jobNumber, [EnumeratorCancellation] CancellationToken ct)
    {
        var view = JobView.Of(await jobs.ReadProgressAsync(jobNumber, ct));
        yield return view;
        await foreach (var batch in feed.WatchAsync(jobNumber, view.Progress.LastSequence, ct))
            yield return view = view.Next(view.Progress.Apply(batch));
    }
}
