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

    /// <param name="bells">The names of all bells that somebody listens to somewhere: others need not be told of. Null: all are.</param>
    [Alias("wanted"), OneWay]
    Task WantedAsync(string[]? bells);
}

/// <summary>One in the cluster: tells every member what rang on one of them.</summary>
[Alias("vcr.bell-board")]
internal interface IBellBoardGrain : IGrainWithIntegerKey
{
    /// <summary>The one key.</summary>
    const long Key = 0;

    /// <summary>As a member of the version before says it: it hears all bells.</summary>
    [Alias("subscribe"), ResponseTimeout("00:00:03")]
    Task SubscribeAsync(IHearBells hearer);

    /// <summary>Again and again: the board forgets when its machine dies, and drops whoever did not answer.</summary>
    /// <param name="bells">The names of those that somebody listens to there.</param>
    /// <returns>What <see cref="IHearBells.WantedAsync"/> says.</returns>
    [Alias("listen"), ResponseTimeout("00:00:03")]
    Task<string[]?> ListenAsync(IHearBells hearer, string[] bells);

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

    // By hearer, what is listened to there; null for one that hears all. As many as there are members.
    private readonly Dictionary<IHearBells, string[]?> _listening = [];
    private string[]? _wanted = [];

    // At most what all members may have waiting.
    private readonly HashSet<Rang> _pending = [];
    private Guid? _ringer;
    private Task _publishing = Task.CompletedTask;

    public Task SubscribeAsync(IHearBells hearer) => SeatAsync(hearer, null);

    public async Task<string[]?> ListenAsync(IHearBells hearer, string[] bells)
    {
        await SeatAsync(hearer, bells);
        return _wanted;
    }

    /// <summary>All are told at once of what is wanted now, so that nothing is kept from who has just begun to listen.</summary>
    private async Task SeatAsync(IHearBells hearer, string[]? bells)
    {
        _hearers.Subscribe(hearer, hearer);
        _listening[hearer] = bells;
        foreach (var gone in _listening.Keys.Where(h => !_hearers.Observers.ContainsKey(h)).ToList()) _listening.Remove(gone);
        string[]? wanted = _listening.ContainsValue(null) ? null
            : [.. _listening.Values.SelectMany(names => names!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (AreSame(wanted, _wanted)) return;
        _wanted = wanted;
        await _hearers.Notify(h => h.WantedAsync(wanted));
    }

    private static bool AreSame(string[]? one, string[]? other) =>
        one is null || other is null ? one == other : one.SequenceEqual(other, StringComparer.Ordinal);

    private bool Listens(IHearBells hearer, HashSet<string> bells) =>
        _listening.GetValueOrDefault(hearer) is not { } names || bells.Overlaps(names);

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
            var bells = rangs.Select(r => r.Bell).ToHashSet(StringComparer.Ordinal);
            await _hearers.Notify(hearer => hearer.HearAsync(ringer, rangs), hearer => Listens(hearer, bells));
            await Task.Delay(BetweenMessages, clock);
        }
    }
}
