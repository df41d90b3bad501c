using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>An event as programs receive it: <c>{"sequence":3,"at":"…","kind":"stage-started","data":{…}}</c>.</summary>
public sealed record WatchedEvent(int Sequence, DateTime At, string Kind, JsonElement Data)
{
    internal static WatchedEvent From(JobEvent e)
    {
        using var data = JsonDocument.Parse(JobEventText.PayloadOf(e.Body));
        return new WatchedEvent(e.Sequence, e.At, JobEventText.KindOf(e.Body), data.RootElement.Clone());
    }
}

/// <summary>The live feed for programs; our own pages use <see cref="JobFeed"/> within their circuit.</summary>
[Requires(Operation.ReadJob)]
public sealed class JobsHub(JobFeed feed, ReadJob jobs) : Hub
{
    /// <summary>Streams batches of events from <paramref name="fromSequence"/> (1 for all); ends after the job's last event, or when there
    /// is no such job for the caller.</summary>
    public async IAsyncEnumerable<IReadOnlyList<WatchedEvent>> Watch(
        int jobNumber, int fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var caller = Caller.From(Context?.User);
        await foreach (var batch in feed.WatchAsync(jobNumber, Math.Max(0, fromSequence - 1), cancellationToken))
        {
            if (!await jobs.IsVisibleAsync(jobNumber, caller, cancellationToken)) yield break;
            yield return [.. batch.Select(WatchedEvent.From)];
        }
    }
}
