using System.Collections.Frozen;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>A claim of one graph in another.</summary>
/// <param name="SaysTheSame">Verb and all arguments are the same, but for ids, case, blanks and the order of lists.</param>
public sealed record Counterpart(NodeId Id, bool SaysTheSame);

/// <summary>Where the claims of one graph are in another: paired by what they say and what surrounds them, ids only break ties.</summary>
public static class Counterparts
{
    /// <returns>The counterparts, by the id before; a claim without an entry is no longer in the other graph.</returns>
    public static FrozenDictionary<NodeId, Counterpart> Between(ActionGraph before, ActionGraph after)
    {
        var partners = NodePairing.Between(before, after).Partner;
        var found = new Dictionary<NodeId, Counterpart>(before.Actions.Length);
        for (var at = 0; at < partners.Length; at++)
        {
            if (partners[at] < 0 || before.Actions[at].Id is not { } id || after.Actions[partners[at]].Id is not { } there) continue;
            found.TryAdd(id, new(there, Words(before, at) == Words(after, partners[at])));
        }
        return found.ToFrozenDictionary();
    }

    private static string Words(ActionGraph graph, int at) => SaidWords.In(graph, graph.Actions[at]);
}
