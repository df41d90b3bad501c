using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Places the cell's own alterations that drive the route which the perturbation turns down. Their edges are correlative: BRAF V600E is why
/// MAPK signalling matters in this cell, not why it falls.
/// </summary>
internal sealed class DriverClaims(
    SignedGraph graph, Question question, ActionText actions, Dictionary<Effect, ClaimDraft> byEffect, List<ClaimDraft> drafts)
{
    private const int MaxDrivers = 3;
    private const int MaxSteps = 3;

    public void Add()
    {
        var added = 0;
        foreach (var alteration in question.Alterations)
        {
            if (added == MaxDrivers) return;
            if (alteration.Effect == AlterationEffect.Unknown || PlaceOf(alteration) is not { } place) continue;
            var primitive = alteration.Effect == AlterationEffect.GainOfFunction ? "gain_of_function" : "loss_of_function";
            var variant = alteration.Change is null ? alteration.Gene : $"{alteration.Gene} {alteration.Change}";
            var draft = new ClaimDraft(
                ClaimRole.Driver, -1,
                actions.Node(primitive, ("variant", variant), ("protein", alteration.Gene), ("via", "driver alteration of this cell")),
                [alteration.Fact, .. place.Rows]);
            drafts.Add(draft);
            place.Target.Follows(draft, CausalRelation.Correlative);
            added++;
        }
    }

    /// <summary>The first told activity that this alteration raises and the perturbation lowers: at the gene itself, or up to three signed
    /// steps below it.</summary>
    private (ClaimDraft Target, IEnumerable<EvidenceItem> Rows)? PlaceOf(ContextAlteration alteration)
    {
        var sign = alteration.Effect == AlterationEffect.GainOfFunction ? 1 : -1;
        var frontier = new List<(string Entity, int Sign, IEnumerable<SignedRelation> Rows)> { (alteration.Gene, sign, []) };
        foreach (var group in graph.GroupsOf(alteration.Gene)) frontier.Add((group.Id, sign, []));
        var seen = frontier.Select(f => f.Entity).ToHashSet(StringComparer.Ordinal);
        for (var step = 0; step <= MaxSteps; step++)
        {
            foreach (var (entity, raised, rows) in frontier)
                if (raised > 0 && byEffect.TryGetValue(new(EffectKind.Activity, entity, -1), out var told))
                    return (told, rows.Select(r => FactEvidence.From(r, graph.NameOf)));
            frontier = [.. Next(frontier, seen)];
        }
        return null;
    }

    private IEnumerable<(string, int, IEnumerable<SignedRelation>)> Next(
        List<(string Entity, int Sign, IEnumerable<SignedRelation> Rows)> frontier, HashSet<string> seen)
    {
        foreach (var (entity, sign, rows) in frontier)
            foreach (var edge in graph.EdgesOf(entity))
                if (edge is { Sign: not 0, Kind: RelationKind.Activity } && seen.Add(edge.Target))
                    yield return (edge.Target, sign * edge.Sign, rows.Concat(edge.Rows));
    }
}
