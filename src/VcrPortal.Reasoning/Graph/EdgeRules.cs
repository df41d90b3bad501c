using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Graph;

/// <summary>What can be wrong with an edge.</summary>
internal static class EdgeRules
{
    public static IEnumerable<Finding> Check(ActionGraph graph)
    {
        var seen = new HashSet<(NodeId, NodeId)>();
        for (var at = 0; at < graph.Edges.Length; at++)
        {
            var edge = graph.Edges[at];
            foreach (var end in UndeclaredEnds(graph, edge))
                yield return Of(DiagnosticRules.UndeclaredEnd, $"The edge {Name(edge)} names {ActionRules.Shortened(end.Value)}, and no action has that id.");
            if (edge.Source == edge.Target) yield return Of(DiagnosticRules.SelfEdge, $"The edge {Name(edge)} leads back to itself.");
            if (!seen.Add((edge.Source, edge.Target))) yield return Of(DiagnosticRules.DuplicateEdge, $"The edge {Name(edge)} is written twice.");
            if (edge.Relation == CausalRelation.Causal && graph.Find(edge.Source) is { IsContext: false, Primitive: { IsCausal: false } associative })
                yield return Of(DiagnosticRules.CauseFromAssociation,
                    $"{edge.Source} is {associative.Name}, which claims no cause, so its edge to {edge.Target} can only be correlative.", "relation=\"correlative\"");

            Finding Of(DiagnosticRule rule, string message, string? suggestion = null) =>
                new(rule.Report(message, suggestion: suggestion, action: edge.Source, edgeTarget: edge.Target), Edge: at);
        }
    }

    private static IEnumerable<NodeId> UndeclaredEnds(ActionGraph graph, CausalEdge edge)
    {
        if (graph.Find(edge.Source) is null) yield return edge.Source;
        if (edge.Target != edge.Source && graph.Find(edge.Target) is null) yield return edge.Target;
    }

    private static string Name(CausalEdge edge) => $"{ActionRules.Shortened(edge.Source.Value)} → {ActionRules.Shortened(edge.Target.Value)}";
}
