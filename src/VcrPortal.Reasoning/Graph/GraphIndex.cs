using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// A graph by numbers: action i is the i-th written one. Each pair of actions is joined at most once; self edges, edges to undeclared
/// ids and edges of the context carry no structure and are left out. Built in O(V+E), the less common answers at the first question.
/// </summary>
internal sealed class GraphIndex
{
    private const int Nowhere = -1;

    private readonly Dictionary<string, int> _positions;
    private Adjacency? _parents;
    private ImmutableArray<int> _knots, _order, _depths;

    public GraphIndex(ImmutableArray<ActionNode> actions, ImmutableArray<CausalEdge> edges)
    {
        Count = actions.Length;
        _positions = new Dictionary<string, int>(actions.Length, StringComparer.Ordinal);
        for (var i = 0; i < actions.Length; i++)
            if (actions[i].Id is { } id && _positions.TryAdd(id.Value, i)) LongestId = Math.Max(LongestId, id.Value.Length);
        var ends = new (int Source, int Target)[edges.Length];
        var pairs = new (int Source, int Target)[edges.Length];
        var joined = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            ends[i] = (Position(edges[i].Source), Position(edges[i].Target));
            if (ends[i] is (not Nowhere, not Nowhere) && ends[i].Source != ends[i].Target) pairs[joined++] = ends[i];
        }
        Ends = ImmutableCollectionsMarshal.AsImmutableArray(ends);
        Children = Adjacency.From(Count, pairs.AsSpan(0, joined));
        JoinsOncePerEdge = Children.Pairs == edges.Length;
        IsForward = HasForwardOnly(pairs.AsSpan(0, joined));
    }

    public int Count { get; }
    public Adjacency Children { get; }

    // Two threads may both compute one of these; either result is the same.
    public Adjacency Parents => _parents ??= Children.Reversed();

    /// <summary>For each edge as written the actions that it names, -1 where no action has that id.</summary>
    public ImmutableArray<(int Source, int Target)> Ends { get; }

    /// <summary>Each edge as written joins two actions, and no two edges the same ones.</summary>
    public bool JoinsOncePerEdge { get; }

    /// <summary>Every edge leads from an earlier action to a later one: there are no cycles, and the written order is
    /// topological.</summary>
    public bool IsForward { get; }

    /// <summary>The length of the longest id, in UTF-16 characters.</summary>
    public int LongestId { get; }

    /// <summary>For each action the first written action of its strongly connected component: itself where it is on no cycle.</summary>
    public ImmutableArray<int> Knots => _knots.IsDefault ? _knots = IsForward ? AsWritten() : StrongComponents.Find(Children) : _knots;
    public ImmutableArray<int> Order => _order.IsDefault ? _order = IsForward ? AsWritten() : TopologicalOrder.Find(this) : _order;

    /// <summary>Longest path from a root, in edges; the actions of one cycle share one depth.</summary>
    public ImmutableArray<int> Depths => _depths.IsDefault ? _depths = LongestPaths() : _depths;

    /// <summary>The first action of this id, or -1.</summary>
    public int Position(NodeId id) => id.Value is { } value && _positions.TryGetValue(value, out var position) ? position : Nowhere;

    private ImmutableArray<int> AsWritten()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    private static bool HasForwardOnly(ReadOnlySpan<(int Source, int Target)> pairs)
    {
        foreach (var (source, target) in pairs)
            if (target < source) return false;
        return true;
    }

    private ImmutableArray<int> LongestPaths()
    {
        var (depths, order, knots) = (new int[Count], Order, Knots);
        for (var from = 0; from < Count;)
        {
            var end = from;
            var depth = 0;
            // The members of a cycle stand together in the order.
            for (; end < Count && knots[order[end]] == knots[order[from]]; end++)
                foreach (var parent in Parents[order[end]])
                    if (knots[parent] != knots[order[end]]) depth = Math.Max(depth, depths[parent] + 1);
            for (; from < end; from++) depths[order[from]] = depth;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(depths);
    }

    /// <summary>Every action that can be reached along <paramref name="along"/>, without the start unless a cycle leads back to
    /// it.</summary>
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
