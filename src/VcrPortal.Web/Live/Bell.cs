using System.Collections.Immutable;

namespace VcrPortal.Web.Live;

/// <summary>
/// Says that something changed, within this process and, where it is shared, on the other members of the cluster. It carries nothing: who
/// hears it reads again, so several rings before the next reading are one, and a lost one costs no more than a slow poll.
/// </summary>
/// <typeparam name="TKey">What changed: a job, a trace.</typeparam>
public class Bell<TKey>(TimeProvider clock) where TKey : notnull
{
    // One entry for each open watch; watches are bounded by the connections that the server accepts. What nobody watches has no entry.
    // Immutable, so that ringing takes no lock.
    private ImmutableDictionary<TKey, ImmutableArray<Listening>> _listening = ImmutableDictionary<TKey, ImmutableArray<Listening>>.Empty;

    /// <summary>Open registrations, of all keys.</summary>
    public int Listeners => Volatile.Read(ref _listening).Values.Sum(all => all.Length);

    private Action<TKey>? _carry;
    private Action? _listened;

    /// <summary>From here on, <paramref name="carry"/> is told of each ring of its own, to carry it elsewhere, and
    /// <paramref name="listened"/> when somebody listens to it where nobody did. Neither may wait.</summary>
    internal void CarryWith(Action<TKey> carry, Action? listened = null) => (_carry, _listened) = (carry, listened);

    internal bool HasListeners => !Volatile.Read(ref _listening).IsEmpty;

    public void Ring(TKey key)
    {
        RingHere(key);
        _carry?.Invoke(key);
    }

    /// <summary>The other members hear it, and this one knows.</summary>
    internal void RingElsewhere(TKey key) => _carry?.Invoke(key);

    /// <summary>What rang elsewhere is heard here, and told no further.</summary>
    internal void RingHere(TKey key)
    {
        if (!Volatile.Read(ref _listening).TryGetValue(key, out var listening)) return;
        foreach (var one in listening) one.Rings.Ring();
    }

    /// <summary>From here on every ring is heard, or stands for one that will be. Register before the first reading.</summary>
    public Listening Register(TKey key)
    {
        var one = new Listening(this, key, new Rings(clock));
        var isFirst = !HasListeners;
        ImmutableInterlocked.AddOrUpdate(ref _listening, key, [one], (_, before) => before.Add(one));
        if (isFirst) _listened?.Invoke();
        return one;
    }

    private void Release(Listening one) => ImmutableInterlocked.Update(ref _listening, all =>
        !all.TryGetValue(one.Key, out var before) ? all
        : before.Remove(one) is { IsEmpty: false } left ? all.SetItem(one.Key, left) : all.Remove(one.Key));

    /// <summary>One registration; disposed when nobody listens any more.</summary>
    public sealed class Listening : IDisposable
    {
        private readonly Bell<TKey> _bell;

        internal Listening(Bell<TKey> bell, TKey key, Rings rings) => (_bell, Key, Rings) = (bell, key, rings);

        internal TKey Key { get; }
        internal Rings Rings { get; }

        /// <inheritdoc cref="Rings.WaitAsync"/>
        public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => Rings.WaitAsync(atMost, ct);

        public void Dispose() => _bell.Release(this);
    }
}
