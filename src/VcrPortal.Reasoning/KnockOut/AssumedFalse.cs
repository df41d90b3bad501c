using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>The actions and edges that a reader takes to be false. What the graph does not hold changes nothing.</summary>
public sealed record AssumedFalse(ImmutableHashSet<NodeId> Actions, ImmutableHashSet<CausalEdge> Edges)
{
    public static AssumedFalse Nothing { get; } = new([], []);

    public static AssumedFalse From(params ReadOnlySpan<NodeId> actions) => new([.. actions], []);

    public static AssumedFalse From(params ReadOnlySpan<CausalEdge> edges) => new([], [.. edges]);

    /// <summary>Both sets together.</summary>
    public AssumedFalse And(AssumedFalse other) => new(Actions.Union(other.Actions), Edges.Union(other.Edges));

    public int Count => Actions.Count + Edges.Count;

    public bool Equals(AssumedFalse? other) => other is not null && Actions.SetEquals(other.Actions) && Edges.SetEquals(other.Edges);

    // Independent of order, as sets are.
    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var action in Actions) hash ^= action.GetHashCode();
        foreach (var edge in Edges) hash ^= edge.GetHashCode();
        return hash;
    }

    public override string ToString() => string.Join(", ",
        Actions.Select(a => a.Value).Order(StringComparer.Ordinal)
            .Concat(Edges.Select(e => $"{e.Source} → {e.Target}").Order(StringComparer.Ordinal)));
}
