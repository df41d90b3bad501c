using System.Collections.Frozen;
using System.Threading.Channels;
using Orleans.Runtime;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>A bell that rings on all members.</summary>
/// <param name="Name">The same on every member, in every version.</param>
internal sealed record SharedBell(string Name, Bell<int> Bell);

/// <summary>Carries the rings of this member to the others, and theirs to it, where somebody listens. What is lost on the way costs a slow
/// poll.</summary>
internal sealed class ShareBells : BackgroundService, IHostedLifecycleService, IHearBells
{
    private static readonly TimeSpan BetweenSubscriptions = TimeSpan.FromSeconds(2);

    /// <summary>The first ring is told at once; those that follow it closely go together. While a batch runs hundreds ring in a second, and
    /// each message wakes every member.</summary>
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(40);

    /// <summary>Rings that wait to be told; what comes beyond is heard by a poll.</summary>
    private const int MostPending = 4096;

    private readonly IGrainFactory _grains;
    private readonly TimeProvider _clock;
    private readonly ILogger<ShareBells> _log;
    private readonly FrozenDictionary<string, Bell<int>> _bells;
    private readonly Guid _self = Guid.NewGuid();
    private readonly Channel<Rang> _pending = Channel.CreateBounded<Rang>(
        new BoundedChannelOptions(MostPending) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Rings _listened;
    private volatile FrozenSet<string>? _wanted; // null: all bells
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ShareBells(IEnumerable<SharedBell> bells, IGrainFactory grains, TimeProvider clock, ILogger<ShareBells> log)
    {
        (_grains, _clock, _log, _listened) = (grains, clock, log, new(clock));
        _bells = bells.ToFrozenDictionary(b => b.Name, b => b.Bell, StringComparer.Ordinal);
        foreach (var (name, bell) in _bells) bell.CarryWith(key => Carry(new(name, key)), _listened.Ring);
    }

    /// <inheritdoc/>
    public Task HearAsync(Guid member, Rang[] rangs)
    {
        if (member != _self)
            foreach (var rang in rangs)
                if (_bells.TryGetValue(rang.Bell, out var bell)) bell.RingHere(rang.Key); // a newer version may have more bells
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WantedAsync(string[]? bells)
    {
        _wanted = bells?.ToFrozenSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private void Carry(Rang rang)
    {
        if (_wanted?.Contains(rang.Bell) != false) _pending.Writer.TryWrite(rang);
    }

    /// <summary>The cluster can be called from here on.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            await Task.WhenAll(SubscribeAsync(stoppingToken), PublishAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task SubscribeAsync(CancellationToken ct)
    {
        var hearer = _grains.CreateObjectReference<IHearBells>(this); // held weakly there: this service lives as long as its process
        while (true)
        {
            try
            {
                string[] listening = [.. _bells.Where(b => b.Value.HasListeners).Select(b => b.Key)];
                await WantedAsync(await _grains.GetGrain<IBellBoardGrain>(IBellBoardGrain.Key).ListenAsync(hearer, listening));
            }
            catch (Exception e) when (!ct.IsCancellationRequested) // also what a board of an older version says, which knows no such call
            {
                _log.LogDebug(e, "The board of bells does not answer; polls stand in for it");
                await WantedAsync(null);
            }
            await _listened.WaitAsync(BetweenSubscriptions, ct);
        }
    }

    /// <summary>What rings while a message is on its way goes along with the next, once.</summary>
    private async Task PublishAsync(CancellationToken ct)
    {
        HashSet<Rang> rangs = [];
        while (await _pending.Reader.WaitToReadAsync(ct))
        {
            rangs.Clear();
            while (_pending.Reader.TryRead(out var rang)) rangs.Add(rang);
            try { await _grains.GetGrain<IBellBoardGrain>(IBellBoardGrain.Key).RingAsync(_self, [.. rangs]); }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                _log.LogDebug(e, "A ring was lost; polls stand in for it");
            }
            await Task.Delay(BetweenMessages, _clock, ct);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
