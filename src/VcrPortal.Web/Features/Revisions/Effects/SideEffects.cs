using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>What else a change to a graph changes: claims whose direction no longer follows, claims that lose what led to them, and reasons
/// and sentences of the report that now say otherwise. Pure.</summary>
public static class SideEffects
{
    /// <param name="report">The report as it would stand beside the graph after.</param>
    public static ImmutableArray<SideEffect> For(ActionGraph before, ActionGraph after, string report)
    {
        var pairs = Counterparts.Between(before, after);
        var earlier = pairs.ToFrozenDictionary(p => p.Value.Id, p => p.Key);
        return [.. Signs(before, after, earlier), .. Routes(before, after, earlier),
            .. Contradictions.InReasons(after, GraphTurn.Between(before, after).Flipped),
            .. InReport([new(report, before)], after)];
    }

    /// <summary>Sentences that contradict the graph beside which they stand. Each was written for the graph of the report that first had
    /// it, whatever was changed around it since.</summary>
    /// <param name="reports">The reports from the first one to the one that stands; each with the graph that it was written for.</param>
    public static ImmutableArray<SideEffect.ReportContradicts> InReport(ImmutableArray<ToldReport> reports, ActionGraph now) =>
        [.. Contradictions.InReport(reports, now)];

    /// <summary>Claims that say something new, and so lose their verdicts until the checks have run again.</summary>
    public static ImmutableArray<NodeId> ToCheckAgain(ActionGraph before, ActionGraph after)
    {
        var same = Counterparts.Between(before, after).Values.Where(c => c.SaysTheSame).Select(c => c.Id).ToHashSet();
        return [.. after.Actions.Select(a => a.Id).OfType<NodeId>().Where(id => !same.Contains(id))];
    }

    private static IEnumerable<SideEffect> Signs(ActionGraph before, ActionGraph after, FrozenDictionary<NodeId, NodeId> earlier)
    {
        var links = before.Edges.ToFrozenSet();
        foreach (var edge in after.Edges.Where(e => e.Relation == CausalRelation.Causal))
        {
            if (!earlier.TryGetValue(edge.Source, out var from) || !earlier.TryGetValue(edge.Target, out var to)
                || !links.Contains(edge with { Source = from, Target = to })) continue;
            var (source, target) = (after.Find(edge.Source)!, after.Find(edge.Target)!);
            var (sourceWas, targetWas) = (before.Find(from)!.OutputSign, before.Find(to)!.OutputSign);
            if (sourceWas * targetWas * source.OutputSign * target.OutputSign >= 0) continue;
            yield return sourceWas == source.OutputSign ? CauseStays(edge, source, target) : CauseTurned(edge, source, target);
        }
    }

    private static SideEffect.SignLost CauseTurned(CausalEdge link, ActionNode source, ActionNode target) => new(
        link, link.Target, Opposite(target),
        $"{Name(target)} no longer follows: {Name(source)} now {Goes(source)}, and it still {Goes(target)}.");

    private static SideEffect.SignLost CauseStays(CausalEdge link, ActionNode source, ActionNode target) => new(
        link, link.Target, null, $"{Name(target)} now {Goes(target)} and no longer follows from {Name(source)}, which still "
        + $"{Goes(source)}.");

    private static IEnumerable<SideEffect> Routes(ActionGraph before, ActionGraph after, FrozenDictionary<NodeId, NodeId> earlier)
    {
        var (causesBefore, causes) = (before.Edges.ToLookup(e => e.Target), after.Edges.ToLookup(e => e.Target));
        foreach (var action in after.Actions)
        {
            if (action.Id is not { } id || !earlier.TryGetValue(id, out var was)) continue;
            var (led, leads) = (causesBefore[was].Count(), causes[id].Count());
            if (led > 0 && leads == 0) yield return new SideEffect.RouteLost(id, $"{Name(action)} has nothing that leads to it any more.");
            else if (leads < led) yield return new SideEffect.RouteLost(id, $"{Name(action)} rests on {Links(leads)} instead of {led}.");
        }
    }

    private static Direction? Opposite(ActionNode action) => action.Primitive?.Output?.Sign == OutputSign.ByDirection
        ? action.OutputSign > 0 ? Direction.Down : Direction.Up : null;

    internal static string Goes(ActionNode action) => action.OutputSign > 0 ? "rises" : "falls";

    internal static string Name(ActionNode action) => $"{action.Id} {TracePath.SubjectOf(action) ?? action.Name.Replace('_', ' ')}";

    private static string Links(int count) => count == 1 ? "one link" : $"{count} links";
}
