using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces;

/// <summary>Says within this process that something was said, voted or revised on a trace. It carries nothing: who hears it reads
/// again.</summary>
public sealed class DiscussionBell
{
    // One entry for each trace that somebody follows in this process.
    private ImmutableDictionary<int, ImmutableArray<Action>> _listeners = ImmutableDictionary<int, ImmutableArray<Action>>.Empty;

    public void Ring(int trace)
    {
        if (Volatile.Read(ref _listeners).TryGetValue(trace, out var listeners))
            foreach (var listener in listeners) listener();
    }

    /// <param name="heard">Returns at once and never throws.</param>
    public void Add(int trace, Action heard) =>
        ImmutableInterlocked.AddOrUpdate(ref _listeners, trace, [heard], (_, before) => before.Add(heard));

    public void Remove(int trace, Action heard)
    {
        ImmutableInterlocked.Update(ref _listeners, all => all.TryGetValue(trace, out var before)
            ? before.Remove(heard) is { IsEmpty: false } left ? all.SetItem(trace, left) : all.Remove(trace)
            : all);
    }
}
