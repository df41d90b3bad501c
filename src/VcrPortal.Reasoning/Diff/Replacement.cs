using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>The diff of last resort: everything goes, and everything comes under its own ids.</summary>
internal static class Replacement
{
    public static ImmutableArray<Hunk> Between(ActionGraph before, ActionGraph after) =>
    [
        .. Equals(before.Context, after.Context) ? [] : new[] { new Hunk.ContextChanged(before.Context, after.Context) },
        .. before.Actions.Select((action, at) => new Hunk.Removed(at, action)),
        .. after.Actions.Select((action, at) => new Hunk.Added(action, Predecessor(after, at))),
        .. after.Edges.Concat(Leftover(before)).GroupBy(edge => edge.Target).Select(into => Rewired(before, after, into.Key)),
    ];

    /// <summary>The id of the nearest action before this one that has any.</summary>
    public static NodeId? Predecessor(ActionGraph graph, int at)
    {
        while (--at >= 0)
            if (graph.Actions[at].Id is { } id) return id;
        return null;
    }

    // Edges whose ends the base does not hold would come to life with a new action of that id.
    private static IEnumerable<CausalEdge> Leftover(ActionGraph before) =>
        before.Edges.Where(edge => before.Index.Position(edge.Source) < 0 && before.Index.Position(edge.Target) < 0);

    private static Hunk Rewired(ActionGraph before, ActionGraph after, NodeId target) =>
        new Hunk.Rewired(
            target, [.. Leftover(before).Where(edge => edge.Target == target)], [.. after.Edges.Where(edge => edge.Target == target)]);
}
