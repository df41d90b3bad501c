using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Layout;

/// <summary>The actions that can be placed, by number in written order, with their forward neighbours; a placement fills in layers
/// and places.</summary>
internal sealed class LayoutSketch
{
    private LayoutSketch(ImmutableArray<NodeId> ids, ImmutableArray<(CausalEdge, int, int)> edges, int[] order)
    {
        Ids = ids;
        Edges = edges;
        Order = order;
        Layer = new int[ids.Length];
        X = new double[ids.Length];
        Band = new GraphBand[ids.Length];
        Parents = Lists(ids.Length);
        Children = Lists(ids.Length);
        var place = new int[ids.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var joined = new HashSet<(int, int)>();
        foreach (var (_, source, target) in edges)
        {
            // An edge that leads back along a cycle is drawn, but does not decide which of its ends is above.
            if (place[source] > place[target] || !joined.Add((source, target))) continue;
            Children[source].Add(target);
            Parents[target].Add(source);
        }
    }

    public ImmutableArray<NodeId> Ids { get; }

    /// <summary>What is drawn: no self edges, each pair once for each relation.</summary>
    public ImmutableArray<(CausalEdge Edge, int Source, int Target)> Edges { get; }

    /// <summary>A topological order; on a cycle the written one.</summary>
    public int[] Order { get; }
    public List<int>[] Parents { get; }
    public List<int>[] Children { get; }
    public int[] Layer { get; }

    /// <summary>The left edges of the boxes.</summary>
    public double[] X { get; }

    /// <summary>That of the action, or of its lowest cause.</summary>
    public GraphBand[] Band { get; }

    /// <summary>
    /// For an edge over rows that an order without many crossings was found for: how many boxes of each row between stand left of it,
    /// from the top. Without an entry an edge may pass anywhere.
    /// </summary>
    public Dictionary<(int Source, int Target), int[]> Passages { get; } = [];
    public int Count => Ids.Length;
    public int Layers => Count == 0 ? 0 : Layer.Max() + 1;

    public bool IsIsolated(int at) => Parents[at].Count == 0 && Children[at].Count == 0;

    public static LayoutSketch From(ActionGraph graph)
    {
        var named = Enumerable.Range(0, graph.Actions.Length).Where(at => graph.Actions[at].Id is { } id && graph.Index.Position(id) == at)
            .ToArray();
        var number = new int[graph.Actions.Length];
        for (var i = 0; i < named.Length; i++) number[named[i]] = i;
        var edges = from edge in graph.Edges.Distinct()
                    where edge.Source != edge.Target && graph.Index.Position(edge.Source) >= 0 && graph.Index.Position(edge.Target) >= 0
                    select (edge, number[graph.Index.Position(edge.Source)], number[graph.Index.Position(edge.Target)]);
        var isNamed = new bool[graph.Actions.Length];
        foreach (var at in named) isNamed[at] = true;
        var sketch = new LayoutSketch(
            [.. named.Select(at => graph.Actions[at].Id!.Value)], [.. edges],
            [.. graph.Index.Order.Where(at => isNamed[at]).Select(at => number[at])]);
        foreach (var at in sketch.Order)
            sketch.Band[at] = sketch.Parents[at].Select(p => sketch.Band[p]).Append(GraphBands.For(graph.Actions[named[at]])).Max();
        return sketch;
    }

    private static List<int>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
}
