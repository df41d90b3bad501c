using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Graph;

/// <summary>What can be wrong with an edge.</summary>
internal static class EdgeRules
{
    public static void Check(ActionGraph graph, List<Finding> findings)
    {
        // Where each edge joins two actions and none does so twice, no two edges are the same.
        var seen = graph.Index.JoinsOncePerEdge ? null : new HashSet<(NodeId, NodeId)>();
        for (var at = 0; at < graph.Edges.Length; at++)
        {
            var edge = graph.Edges[at];
            var (source, target) = graph.Index.Ends[at];
            if (source < 0 || target < 0) CheckEnds(graph, at, findings);
            if (edge.Source == edge.Target) findings.Add(
                Create(DiagnosticRules.SelfEdge, edge, at, $"The edge {Name(edge)} leads back to itself."));
            if (seen?.Add((edge.Source, edge.Target)) is false) findings.Add(
                Create(DiagnosticRules.DuplicateEdge, edge, at, $"The edge {Name(edge)} is written twice."));
            if (edge.Relation == CausalRelation.Causal && source >= 0
                && graph.Actions[source] is { IsContext: false, Primitive: { IsCausal: false } associative })
                findings.Add(Create(DiagnosticRules.CauseFromAssociation, edge, at,
                    $"{edge.Source} is {associative.Name}, which claims no cause, so its edge to {edge.Target} can only be correlative.",
                        "relation=\"correlative\""));
        }
    }

    private static void CheckEnds(ActionGraph graph, int at, List<Finding> findings)
    {
        var edge = graph.Edges[at];
        if (graph.Find(edge.Source) is null) findings.Add(Undeclared(edge.Source));
        if (edge.Target != edge.Source && graph.Find(edge.Target) is null) findings.Add(Undeclared(edge.Target));

        Finding Undeclared(NodeId end) =>
            Create(DiagnosticRules.UndeclaredEnd, edge, at,
                $"The edge {Name(edge)} names {ActionRules.Shortened(end.Value)}, and no action has that id.");
    }

    private static Finding Create(DiagnosticRule rule, CausalEdge edge, int at, string message, string? suggestion = null) =>
        new(rule.Report(message, suggestion: suggestion, action: edge.Source, edgeTarget: edge.Target), Edge: at);

    private static string Name(CausalEdge edge) =>
        $"{ActionRules.Shortened(edge.Source.Value)} → {ActionRules.Shortened(edge.Target.Value)}";
}
