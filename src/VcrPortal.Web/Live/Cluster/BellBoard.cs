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
internal sealed class BellBoardGrain(ILogger<BellBoardGrain> log) : Grain, IBellBoardGrain
{
    private readonly ObserverManager<IHearBells> _hearers = new(TimeSpan.FromMinutes(1), log);

    public Task SubscribeAsync(IHearBells hearer)
    {
        _hearers.Subscribe(hearer, hearer);
        return Task.CompletedTask;
    }

    public Task RingAsync(Guid member, Rang[] rangs) => _hearers.Notify(hearer => hearer.HearAsync(member, rangs));
}
