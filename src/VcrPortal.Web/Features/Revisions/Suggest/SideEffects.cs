using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Something that a change does not touch and that no longer fits.</summary>
/// <param name="Claim">In the graph after; null where it is a sentence of the report.</param>
public sealed record SideEffect(NodeId? Claim, string Sentence);

/// <summary>What else a change to a graph changes: claims whose direction no longer follows, claims that lose what led to them, and
/// sentences of the report that now say otherwise. Pure.</summary>
public static class SideEffects
{
    // The stems by which reports say which way something goes; one of the other way contradicts.
    private static readonly string[] Up = ["rise", "rising", "increas", "activat", "raise", "induc", "gain", "upregulat", "elevat"];

    private static readonly string[] Down =
        ["fall", "decreas", "inhibit", "lower", "reduc", "suppress", "lose", "loss", "downregulat", "block", "repress"];

    public static ImmutableArray<SideEffect> Of(ActionGraph before, ActionGraph after, string report)
    {
        var pairs = Counterparts.Between(before, after);
        var flipped = (from pair in pairs
                       let was = before.Find(pair.Key)
                       let becomes = after.Find(pair.Value.Id)
                       where was is not null && becomes is not null && was.OutputSign * becomes.OutputSign < 0
                       select becomes).ToList();
        var earlier = pairs.ToFrozenDictionary(p => p.Value.Id, p => p.Key);
        return [.. Signs(before, after, flipped, earlier), .. Routes(before, after, earlier), .. Sentences(flipped, report)];
    }

    private static IEnumerable<SideEffect> Signs(
        ActionGraph before, ActionGraph after, List<ActionNode> flipped, FrozenDictionary<NodeId, NodeId> earlier)
    {
        foreach (var source in flipped)
            foreach (var edge in after.Edges.Where(e => e.Source == source.Id && e.Relation == CausalRelation.Causal))
                if (after.Find(edge.Target) is { } target && earlier.TryGetValue(edge.Target, out var was)
                    && target.OutputSign != 0 && before.Find(was)?.OutputSign == target.OutputSign)
                    yield return new(
                        edge.Target, $"{Name(target)} no longer follows: {source.Id} {TracePath.SubjectOf(source)} now "
                        + $"{(source.OutputSign > 0 ? "rises" : "falls")}, and it still says what it said before.");
    }

    private static IEnumerable<SideEffect> Routes(ActionGraph before, ActionGraph after, FrozenDictionary<NodeId, NodeId> earlier)
    {
        foreach (var action in after.Actions)
        {
            if (action.Id is not { } id || !earlier.TryGetValue(id, out var was)) continue;
            var (led, leads) = (before.Edges.Count(e => e.Target == was), after.Edges.Count(e => e.Target == id));
            if (led > 0 && leads == 0) yield return new(id, $"{Name(action)} has nothing that leads to it any more.");
            else if (leads < led) yield return new(id, $"{Name(action)} rests on {Routes(leads)} instead of {led}.");
        }
    }

    private static IEnumerable<SideEffect> Sentences(List<ActionNode> flipped, string report)
    {
        var sentences = report.Split(['.', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return from action in flipped
               let subject = TracePath.SubjectOf(action)
               where subject is { Length: > 1 }
               let other = action.OutputSign > 0 ? Down : Up
               from sentence in sentences
               where sentence.Contains(subject, StringComparison.OrdinalIgnoreCase)
                   && other.Any(w => sentence.Contains(w, StringComparison.OrdinalIgnoreCase))
               select new SideEffect(null, $"The report contradicts {action.Id}: “{sentence}”.");
    }

    private static string Routes(int count) => count == 1 ? "one route" : $"{count} routes";

    private static string Name(ActionNode action) => $"{action.Id} {TracePath.SubjectOf(action) ?? action.Name.Replace('_', ' ')}";
}
