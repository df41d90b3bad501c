using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A job as it is drawn: its state, and its graph with a place for every claim.</summary>
public sealed record JobView(JobProgress Progress, GrowingGraph? Graph)
{
    public static JobView Of(JobProgress progress) => new(progress, GrowingGraph.Next(null, progress));

    public JobView Next(JobProgress progress) => new(progress, GrowingGraph.Next(Graph, progress));
}

/// <summary>
/// What all viewers of a job see, made once: one loop reads the log, folds it and places the claims, however many look. A viewer that
/// cannot keep up misses steps in between, never the latest.
/// </summary>
public sealed class FollowJob(ReadJob jobs, JobFeed feed)
{
    // One entry for each job that somebody watches; watches are bounded by the connections that the server accepts.
    private readonly Dictionary<int, Following> _followed = [];

    /// <summary>The view now and each later one; ends with the job.</summary>
    public async IAsyncEnumerable<JobView> RunAsync(int jobNumber, [EnumeratorCancellation] CancellationToken ct)
    {
        var (followed, views) = Join(jobNumber);
        try
        {
            await foreach (var view in views.Reader.ReadAllAsync(ct)) yield return view;
        }
        finally { Leave(followed, views); }
    }

    private (Following, Channel<JobView>) Join(int jobNumber)
    {
        // Holds one view: a newer one takes its place.
        var views = Channel.CreateBounded<JobView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_followed)
        {
            if (_followed.TryGetValue(jobNumber, out var followed))
            {
                if (followed.Latest is { } latest) views.Writer.TryWrite(latest);
            }
            else
            {
                _followed.Add(jobNumber, followed = new(jobNumber));
                _ = Task.Run(() => FollowAsync(followed, followed.Abandoned.Token));
            }
            followed.Viewers.Add(views);
            return (followed, views);
        }
    }

    private void Leave(Following followed, Channel<JobView> views)
    {
        lock (_followed)
        {
            followed.Viewers.Remove(views);
            if (followed.Viewers.Count > 0) return;
            Forget(followed);
            followed.Abandoned.Cancel();
        }
    }

    private async Task FollowAsync(Following followed, CancellationToken abandoned)
    {
        Exception? failure = null;
        try
        {
            var view = JobView.Of(await jobs.ReadProgressAsync(followed.JobNumber, abandoned));
            Show(followed, view);
            await foreach (var batch in feed.WatchAsync(followed.JobNumber, view.Progress.LastSequence, abandoned))
                Show(followed, view = view.Next(view.Progress.Apply(batch)));
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested) { }
        catch (Exception e) { failure = e; /* the viewers get it; whoever comes next starts anew */ }
        End(followed, failure);
    }

    private void Show(Following followed, JobView view)
    {
        lock (_followed)
        {
            followed.Latest = view;
            foreach (var viewer in followed.Viewers) viewer.Writer.TryWrite(view);
        }
    }

    private void End(Following followed, Exception? failure)
    {
        lock (_followed)
        {
            Forget(followed);
            foreach (var viewer in followed.Viewers) viewer.Writer.TryComplete(failure);
        }
    }

    private void Forget(Following followed)
    {
        if (_followed.GetValueOrDefault(followed.JobNumber) == followed) _followed.Remove(followed.JobNumber);
    }

    private sealed class Following(int jobNumber)
    {
        public int JobNumber => jobNumber;
        public CancellationTokenSource Abandoned { get; } = new();
        public HashSet<Channel<JobView>> Viewers { get; } = [];
        public JobView? Latest { get; set; }
    }
}
