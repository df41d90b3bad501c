using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Another mechanism by which a told end comes about: kept and ranked, and not told in the graph.</summary>
/// <param name="Steps">The steps from a direct effect to the end.</param>
/// <param name="IsCoherent">Every edge is strong, or stays in a pathway that the way is in already.</param>
public sealed record AlternativeWay(Effect End, ImmutableArray<Step> Steps, double Cost, bool IsCoherent)
{
    /// <summary>What the end follows from here.</summary>
    public Effect Last => Steps[^1].From;

    public IEnumerable<SignedRelation> Rows => Steps.SelectMany(s => s.Edge?.Rows ?? []);

    public IEnumerable<EvidenceItem> Facts(Func<string, string> nameOf) =>
        Rows.Select(r => FactEvidence.From(r, nameOf)).Concat(Steps.Select(s => s.Group).OfType<EntityGroup>().Select(FactEvidence.From))
            .Distinct();
}

/// <summary>Looks for other ways to the phenotypes of a route: each ends in an effect that the route does not tell. Coherent ones first,
/// then the cheaper.</summary>
internal sealed class AlternativeWays(SignedGraph graph, PropagationResult reached, Route route)
{
    /// <summary>Kept for one end.</summary>
    public const int MostForAnEnd = 2;

    public ImmutableArray<AlternativeWay> Find()
    {
        var told = route.Activities.Concat(route.Expressions.SelectMany(e => e.Genes)).Select(r => r.Effect.Entity)
            .ToHashSet(StringComparer.Ordinal);
        var others = reached.Reached.Values.Where(
            r => r.Effect.Kind != EffectKind.Phenotype && !told.Contains(r.Effect.Entity)
            && graph.Group(r.Effect.Entity)?.Members.Any(told.Contains) != true).ToList();
        return [.. route.Phenotypes.SelectMany(end => others.Select(other => Way(other, end.Effect)).OfType<AlternativeWay>()
            .OrderBy(w => w.IsCoherent ? 0 : 1).ThenBy(w => w.Cost).ThenBy(w => w.Last.Entity, StringComparer.Ordinal)
                .ThenBy(w => w.Last.Kind).Take(MostForAnEnd))];
    }

    private AlternativeWay? Way(Reached last, Effect end)
    {
        foreach (var edge in graph.From(last))
        {
            if (edge.Target != end.Entity || edge.ChangedKind != end.Kind || edge.Sign * last.Effect.Sign != end.Sign) continue;
            var stays = last.Pathways.IsEmpty || edge.Rows.Any(r => last.Pathways.Contains(r.PathwayId));
            return new(
                end, [.. StepsTo(last), new Step(last.Effect, end, edge, null)],
                last.Cost + 1 + (stays || edge.IsStrong ? 0 : Propagation.ChangeOfPathway), last.IsCoherent && (stays || edge.IsStrong));
        }
        return null;
    }

    private IEnumerable<Step> StepsTo(Reached at)
    {
        var steps = new Stack<Step>();
        for (var here = at; here?.Via is { } via; here = reached.Reached.GetValueOrDefault(via.From)) steps.Push(via);
        return steps;
    }
}
