using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using VcrPortal.Web.Access;
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

/// <summary>The live feed for programs; our own pages use <see cref="FollowJob"/> within their circuit.</summary>
[Requires(Operation.ReadJob)]
public sealed class JobsHub(FollowLog logs, HubWatches watches) : Hub
{
    private static readonly string TooMany =
        $"This connection may follow {HubWatches.OfOneConnection} jobs at a time, and its address {HubWatches.OfOneAddress}. Let one end, "
        + "then ask again.";

    /// <summary>Streams batches of events from <paramref name="fromSequence"/> (1 for all); ends after the job's last event, or when there
    /// is no such job for the caller.</summary>
    public async IAsyncEnumerable<IReadOnlyList<WatchedEvent>> Watch(
        int jobNumber, int fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = watches.TryTake(Context.ConnectionId, Context.GetHttpContext()?.Connection.RemoteIpAddress)
            ?? throw new HubException(TooMany);
        var events = logs.RunAsync(jobNumber, Math.Max(0, fromSequence - 1), Caller.From(Context.User), cancellationToken);
        await foreach (var batch in events) yield return [.. batch.Select(WatchedEvent.From)];
    }
}
