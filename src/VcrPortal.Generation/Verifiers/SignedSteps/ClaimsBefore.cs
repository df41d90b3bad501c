using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>
/// The claims about proteins that lead straight to a claim. A pathway that stands between is passed, for it is no more than its outputs; of
/// a
/// family or complex its members' own claims are named too, for the group moves because they do.
/// </summary>
internal static class ClaimsBefore
{
    /// <summary>More would say the same thing again.</summary>
    private const int Most = 4;

    public static List<(NodeId Id, ActionNode Action)> Find(ActionGraph graph, NodeId id, PackEvidence evidence)
    {
        var found = new List<(NodeId Id, ActionNode Action)>();
        var seen = new HashSet<NodeId> { id };
        var open = new Queue<(NodeId Id, ActionNode Action)>(ParentsOf(graph, id));
        while (found.Count < Most && open.TryDequeue(out var parent))
        {
            if (!seen.Add(parent.Id)) continue;
            if (parent.Action.Kind == ClaimKind.PathwayActivity)
                foreach (var before in ParentsOf(graph, parent.Id)) open.Enqueue(before);
            else
            {
                found.Add(parent);
                foreach (var member in MembersOf(graph, parent.Id, parent.Action, evidence)) open.Enqueue(member);
            }
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
