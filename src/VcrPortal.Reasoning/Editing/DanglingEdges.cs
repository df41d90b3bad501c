using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Editing;

/// <summary>A graph without edges to ids that no action has, and what was done to it.</summary>
/// <param name="Missing">The ids, in the order of their first edge.</param>
/// <param name="Joined">Edges that were put in their place.</param>
public sealed record RepairedEdges(ActionGraph Graph, ImmutableArray<NodeId> Missing, int LeftOut, int Joined)
{
    public bool IsChanged => LeftOut > 0;
}

/// <summary>
/// Takes out edges to ids that no action has. VC-TRACES issues no new edges when its verification takes an action out, so what led to the
/// missing action is joined to what followed from it: causal only where both edges were.
/// </summary>
public static class DanglingEdges
{
    public static RepairedEdges Repair(ActionGraph graph)
    {
        ImmutableArray<NodeId> missing =
            [.. graph.Edges.SelectMany(e => new[] { e.Source, e.Target }).Distinct().Where(id => !IsDeclared(graph, id))];
        if (missing.IsEmpty) return new(graph, [], 0, 0);
        var edges = missing.Aggregate(graph.Edges.ToList(), Without);
        var kept = graph.Edges.Count(edges.Contains);
        return new(
            new ActionGraph(graph.Vocabulary, graph.Context, graph.Actions, [.. edges]), missing, graph.Edges.Length - kept,
            edges.Count - kept);
    }

    private static bool IsDeclared(ActionGraph graph, NodeId id) => graph.Find(id) is not null || graph.Context?.Id == id;

    private static List<CausalEdge> Without(List<CausalEdge> edges, NodeId id)
    {
        var kept = edges.FindAll(e => e.Source != id && e.Target != id);
        var joined = kept.Select(e => (e.Source, e.Target)).ToHashSet();
        foreach (var into in edges.Where(e => e.Target == id && e.Source != id))
            foreach (var outOf in edges.Where(e => e.Source == id && e.Target != id))
                if (into.Source != outOf.Target && joined.Add((into.Source, outOf.Target)))
                    kept.Add(new(into.Source, outOf.Target, Weaker(into.Relation, outOf.Relation)));
        return kept;
    }

    private static CausalRelation Weaker(CausalRelation one, CausalRelation other) =>
        one == CausalRelation.Causal && other == CausalRelation.Causal ? CausalRelation.Causal : CausalRelation.Correlative;
}
