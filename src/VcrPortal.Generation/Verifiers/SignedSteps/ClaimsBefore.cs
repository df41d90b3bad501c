using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
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

    /// <summary>Along causal edges, nearest first.</summary>
    public static List<(NodeId Id, ActionNode Action)> Find(ActionGraph graph, NodeId id)
    {
        var found = new List<(NodeId Id, ActionNode Action)>();
        var seen = new HashSet<NodeId> { id };
        var open = new Queue<(NodeId Id, ActionNode Action)>(ParentsOf(graph, id));
        while (found.Count < Most && open.TryDequeue(out var before))
        {
            if (!seen.Add(before.Id)) continue;
            foreach (var further in ParentsOf(graph, before.Id)) open.Enqueue(further);
            if (before.Action.Kind != ClaimKind.PathwayActivity && before.Action.OutputSign != 0) found.Add(before);
        }
        return found;
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
