using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace VcrPortal.Web.Live;

/// <summary>
/// What all viewers of one thing see, made once: one loop reads and folds, however many look. A viewer that cannot keep up misses steps in
/// between, never the latest.
/// </summary>
/// <param name="source">The view now and each later one; ends when there will be no more, and may throw: its viewers get it, and whoever
/// comes next starts anew.</param>
public sealed class SharedViews<TKey, TView>(Func<TKey, CancellationToken, IAsyncEnumerable<TView>> source) where TKey : notnull where TView
    : class
{
    // One entry for each thing that somebody watches; watches are bounded by the connections that the server accepts.
    private readonly Dictionary<TKey, Following> _followed = [];

    public async IAsyncEnumerable<TView> FollowAsync(TKey key, [EnumeratorCancellation] CancellationToken ct)
    {
        var (followed, views) = Join(key);
        try
        {
            await foreach (var view in views.Reader.ReadAllAsync(ct)) yield return view;
        }
        finally { Leave(followed, views); }
    }

    private (Following, Channel<TView>) Join(TKey key)
    {
        // Holds one view: a newer one takes its place.
        var views = Channel.CreateBounded<TView>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_followed)
        {
            if (_followed.TryGetValue(key, out var followed))
            {
                if (followed.Latest is { } latest) views.Writer.TryWrite(latest);
            }
            else
            {
                _followed.Add(key, followed = new(key));
                _ = Task.Run(() => FollowAsync(followed, followed.Abandoned.Token));
            }
            followed.Viewers.Add(views);
            return (followed, views);
        }
    }

    private void Leave(Following followed, Channel<TView> views)
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
            await foreach (var view in source(followed.Key, abandoned).WithCancellation(abandoned)) Show(followed, view);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested) { }
        catch (Exception e) { failure = e; /* the viewers get it */ }
        End(followed, failure);
    }

    private void Show(Following followed, TView view)
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
        if (_followed.GetValueOrDefault(followed.Key) == followed) _followed.Remove(followed.Key);
    }

    private sealed class Following(TKey key)
    {
        public TKey Key => key;
        public CancellationTokenSource Abandoned { get; } = new();
        public HashSet<Channel<TView>> Viewers { get; } = [];
        public TView? Latest { get; set; }
    }
}
