using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>Which revision brought each claim as it stands; pure. A claim that says what it said before is its first author's, whatever was
/// done to others around it.</summary>
public static class ClaimOrigins
{
    /// <param name="revisions">Oldest first; the last one is the one that is shown.</param>
    /// <returns>The revision of each claim, by the ids of the last graph.</returns>
    public static ImmutableDictionary<NodeId, int> For(IReadOnlyList<(int Revision, ActionGraph Graph)> revisions)
    {
        var (shown, graph) = revisions[^1];
        var origins = ImmutableDictionary.CreateBuilder<NodeId, int>();
        foreach (var id in graph.Actions.Select(a => a.Id).OfType<NodeId>()) origins[id] = shown;
        // Ids of the revision at hand, and what the claims are called in the last one.
        var open = origins.Keys.ToDictionary(id => id);
        for (var at = revisions.Count - 1; at > 0 && open.Count > 0; at--)
        {
            var (number, before) = revisions[at - 1];
            open = Counterparts.Between(before, revisions[at].Graph)
                .Where(pair => pair.Value.SaysTheSame && open.ContainsKey(pair.Value.Id))
                .ToDictionary(pair => pair.Key, pair => open[pair.Value.Id]);
            foreach (var id in open.Values) origins[id] = number;
        }
        return origins.ToImmutable();
    }
}
