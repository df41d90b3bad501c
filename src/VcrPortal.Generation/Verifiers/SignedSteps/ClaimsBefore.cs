using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>
/// The claims about proteins and genes that lead to a claim. A pathway that stands between is passed, for it is no more than its outputs;
/// a binding says no direction. A source may know the whole way at once and none of the steps that are told between.
/// </summary>
internal static class ClaimsBefore
{
    /// <summary>The nearest; more would say the same thing again.</summary>
    private const int Most = 8;

    /// <summary>Along causal edges, nearest first, with the number of edges to it.</summary>
    public static List<(NodeId Id, ActionNode Action, int Distance)> Find(ActionGraph graph, NodeId id)
    {
        var found = new List<(NodeId Id, ActionNode Action, int Distance)>();
        var seen = new HashSet<NodeId> { id };
        var open = new Queue<(NodeId Id, int Distance)>([(id, 0)]);
        while (found.Count < Most && open.TryDequeue(out var at))
            foreach (var (before, action) in ParentsOf(graph, at.Id))
            {
                if (!seen.Add(before)) continue;
                open.Enqueue((before, at.Distance + 1));
                if (action.Kind != ClaimKind.PathwayActivity && action.OutputSign != 0) found.Add((before, action, at.Distance + 1));
            }
        return found;
    }

    /// <summary>The nearest claim of which a source says something decides the direction; farther ones are kept where they say the same, so
    /// that the verdict does not hang on one claim alone. MAPK1 furthers proliferation, whatever else MAP2K1 does.</summary>
    public static IEnumerable<Finding> NearestDecides(IReadOnlyCollection<(int Distance, Finding Said)> findings)
    {
        var decided = findings.Where(f => f.Said.Kind != VerdictKind.Undetermined).ToList();
        if (decided.Count == 0) return findings.Select(f => f.Said);
        var nearest = decided.Min(f => f.Distance);
        var kinds = decided.Where(f => f.Distance == nearest).Select(f => f.Said.Kind).ToHashSet();
        return findings.Where(f => f.Said.Kind == VerdictKind.Undetermined || kinds.Contains(f.Said.Kind)).Select(f => f.Said);
    }

    /// <summary>Claims about members of the group that this action is about, from which it follows.</summary>
    public static IEnumerable<(NodeId Id, ActionNode Action)> MembersOf(
        ActionGraph graph, NodeId id, ActionNode action, PackEvidence evidence)
    {
        if (evidence.Genes(action.Text("target")) is not { Length: > 1 } genes) return [];
        return ParentsOf(graph, id).Where(p => p.Action.Direction == action.Direction && p.Action.Name == action.Name
            && evidence.Genes(p.Action.Text("target")) is { IsEmpty: false } members && members.All(genes.Contains));
    }

    private static IEnumerable<(NodeId Id, ActionNode Action)> ParentsOf(ActionGraph graph, NodeId id)
    {
        foreach (var edge in graph.Edges)
            if (edge.Target == id && edge.Relation == CausalRelation.Causal && graph.Find(edge.Source) is { } parent)
                yield return (edge.Source, parent);
    }
}
