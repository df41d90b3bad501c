using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>A part of a difference, carried out; pure.</summary>
public static class ChosenHunks
{
    /// <param name="chosen">Places in the difference's hunks.</param>
    /// <returns>Null where a place is none of its hunks, or it starts from another graph.</returns>
    public static ActionGraph? Apply(GraphDiff diff, ActionGraph before, ImmutableArray<int> chosen)
    {
        if (chosen.IsEmpty || chosen.Any(at => at < 0 || at >= diff.Hunks.Length)) return null;
        var part = diff with { Hunks = [.. chosen.Distinct().Order().Select(at => diff.Hunks[at])] };
        return part.Apply(before) is ApplyOutcome.Applied(var graph) ? WithoutLooseEnds(graph) : null;
    }

    // A link that one hunk draws to a claim that another one would add leads nowhere when only the first is chosen.
    private static ActionGraph WithoutLooseEnds(ActionGraph graph) => new(
        graph.Vocabulary, graph.Context, graph.Actions,
        [.. graph.Edges.Where(e => graph.Find(e.Source) is not null && graph.Find(e.Target) is not null)]);
}
