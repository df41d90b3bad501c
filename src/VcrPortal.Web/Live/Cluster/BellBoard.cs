using Orleans.Concurrency;
using Orleans.Utilities;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>That a bell rang on another member. It carries no news: who hears it reads again.</summary>
[GenerateSerializer, Immutable, Alias("vcr.rang")]
internal readonly record struct Rang([property: Id(0)] string Bell, [property: Id(1)] int Key);

/// <summary>A member that wants to hear.</summary>
[Alias("vcr.hears-bells")]
internal interface IHearBells : IGrainObserver
{
    /// <param name="member">Where they rang.</param>
    [Alias("rang"), OneWay]
    Task HearAsync(Guid member, Rang[] rangs);
}

/// <summary>One in the cluster: tells every member what rang on one of them.</summary>
[Alias("vcr.bell-board")]
internal interface IBellBoardGrain : IGrainWithIntegerKey
{
    /// <summary>The one key.</summary>
    const long Key = 0;

    /// <summary>Again and again: the board forgets when its machine dies, and drops whoever did not answer.</summary>
    [Alias("subscribe"), ResponseTimeout("00:00:03")]
    Task SubscribeAsync(IHearBells hearer);

    [Alias("ring"), OneWay]
    Task RingAsync(Guid member, Rang[] rangs);
}

/// <inheritdoc cref="IBellBoardGrain"/>
[Reentrant]
internal sealed class BellBoardGrain(TimeProvider clock, ILogger<BellBoardGrain> log) : Grain, IBellBoardGrain
{
    /// <summary>Each message wakes every member, so while a batch runs on several, what they ring closely together goes together: the
    /// first at once, the rest after this.</summary>
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(40);

    private readonly ObserverManager<IHearBells> _hearers = new(TimeSpan.FromMinutes(1), log);

    // At most what all members may have waiting.
    private readonly HashSet<Rang> _pending = [];
    private Guid? _ringer;
    private Task _publishing = Task.CompletedTask;

    public Task SubscribeAsync(IHearBells hearer)
    {
        _hearers.Subscribe(hearer, hearer);
        return Task.CompletedTask;
    }

    public Task RingAsync(Guid member, Rang[] rangs)
    {
        _pending.UnionWith(rangs);
        // Where several rang, each hears its own ring again: that is one reading more.
        _ringer = _ringer is null || _ringer == member ? member : Guid.Empty;
        if (_publishing.IsCompleted) _publishing = PublishAsync();
        return Task.CompletedTask;
    }

    private async Task PublishAsync()
    {
        while (_ringer is { } ringer)
        {
            Rang[] rangs = [.. _pending];
            _pending.Clear();
            _ringer = null;
            await _hearers.Notify(hearer => hearer.HearAsync(ringer, rangs));
            await Task.Delay(BetweenMessages, clock);
        }
    }
}
