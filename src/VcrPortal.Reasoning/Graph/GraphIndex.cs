using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// A graph by numbers: action i is the i-th written one. Each pair of actions is joined at most once; self edges, edges to undeclared
/// ids and edges of the context carry no structure and are left out. Built once, in O(V+E).
/// </summary>
internal sealed class GraphIndex
{
    private const int Nowhere = -1;

    private readonly Dictionary<string, int> _positions;

    public GraphIndex(ImmutableArray<ActionNode> actions, ImmutableArray<CausalEdge> edges)
    {
        Count = actions.Length;
        _positions = new Dictionary<string, int>(actions.Length, StringComparer.Ordinal);
        for (var i = 0; i < actions.Length; i++)
            if (actions[i].Id is { } id) _positions.TryAdd(id.Value, i);
        var pairs = new List<(int Source, int Target)>(edges.Length);
        foreach (var edge in edges)
            if (Position(edge.Source) is var s and not Nowhere && Position(edge.Target) is var t and not Nowhere && s != t) pairs.Add((s, t));
        Children = Adjacency.Of(Count, pairs);
        Parents = Children.Reversed();
        Knots = StrongComponents.Of(Children);
        Order = TopologicalOrder.Of(this);
        Depths = LongestPaths();
    }

    public int Count { get; }
    public Adjacency Children { get; }
    public Adjacency Parents { get; }

    /// <summary>For each action the first written action of its strongly connected component: itself where it is on no cycle.</summary>
    public ImmutableArray<int> Knots { get; }
    public ImmutableArray<int> Order { get; }

    /// <summary>Longest path from a root, in edges; the actions of one cycle share one depth.</summary>
    public ImmutableArray<int> Depths { get; }

    /// <summary>The first action of this id, or -1.</summary>
    public int Position(NodeId id) => id.Value is { } value && _positions.TryGetValue(value, out var position) ? position : Nowhere;

    private ImmutableArray<int> LongestPaths()
    {
        var depths = new int[Count];
        for (var from = 0; from < Count;)
        {
            var end = from;
            var depth = 0;
            // The members of a cycle stand together in the order.
            for (; end < Count && Knots[Order[end]] == Knots[Order[from]]; end++)
                foreach (var parent in Parents[Order[end]])
                    if (Knots[parent] != Knots[Order[end]]) depth = Math.Max(depth, depths[parent] + 1);
            for (; from < end; from++) depths[Order[from]] = depth;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(depths);
    }

    /// <summary>Every action that can be reached along <paramref name="along"/>, without the start unless a cycle leads back to it.</summary>
    public static IEnumerable<int> Reach(Adjacency along, int start)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([start]);
        while (open.TryPop(out var at))
            foreach (var next in along[at])
                if (seen.Add(next)) open.Push(next);
        return seen;
    }
}
