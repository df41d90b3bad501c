using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning.Cells;

/// <summary>
/// What the cell's own alterations keep active, and so does not fall when another of its inputs does: what a gain of function raises, and
/// what the loss of its brake releases, each with all that lies below it, whichever edge reaches it. Nothing is held through a direct
/// target of the perturbation or a close relative of one: BRAF V600E does not hold MAPK1 against a MEK inhibitor, and PTEN loss holds AKT1
/// against one of FGFR, not of PI3K. A brake that rises still brakes what a mutation drives.
/// The RNA that is held is that of an amplified gene, and that which a released factor induces.
/// </summary>
internal sealed class HeldActive
{
    private readonly Dictionary<string, Holder> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Holder> _genes = new(StringComparer.Ordinal);

    /// <param name="Way">The edges from the altered gene to what it holds.</param>
    public sealed record Holder(ContextAlteration Alteration, ImmutableArray<SignedEdge> Way);

    public HeldActive(SignedGraph graph, Question question)
    {
        var open = OpenToThePerturbation(graph, question);
        foreach (var alteration in question.Alterations)
            if (alteration.Effect == AlterationEffect.GainOfFunction) HoldGained(graph, alteration, open);
            else if (alteration.Effect == AlterationEffect.LossOfFunction) HoldReleased(graph, alteration, open);
    }

    /// <summary>The alteration that keeps this entity active, or null.</summary>
    public Holder? HolderOf(string entity) => _holders.GetValueOrDefault(entity);

    /// <summary>The alteration that keeps the RNA of this gene up, or null.</summary>
    public Holder? HolderOfRna(string gene) => _genes.GetValueOrDefault(gene);

    private void HoldGained(SignedGraph graph, ContextAlteration alteration, HashSet<string> open)
    {
        if (alteration.Change is "GAIN" or "AMP") _genes.TryAdd(alteration.Gene, new(alteration, []));
        if (open.Contains(alteration.Gene)) return;
        Hold(
            graph, alteration, open, [
            (alteration.Gene, []),
            .. graph.GroupsOf(alteration.Gene).Where(g => g.Kind == GroupKind.Family)
            .Select(g => (g.Id, ImmutableArray<SignedEdge>.Empty))]);
    }

    private void HoldReleased(SignedGraph graph, ContextAlteration alteration, HashSet<string> open)
    {
        foreach (var released in graph.ReleasedBy(alteration.Gene))
        {
            ImmutableArray<SignedEdge> way = [.. graph.EdgesOf(alteration.Gene).Where(e => e.Target == released)];
            if (open.Contains(released)) continue;
            Hold(graph, alteration, open, [(released, way)]);
            foreach (var edge in graph.EdgesOf(released))
                if (edge is { Sign: > 0, Kind: RelationKind.Expression }) _genes.TryAdd(edge.Target, new(alteration, way.Add(edge)));
        }
    }

    private void Hold(
        SignedGraph graph, ContextAlteration alteration, HashSet<string> open,
        List<(string Entity, ImmutableArray<SignedEdge> Way)> frontier)
    {
        while (frontier.Count > 0)
        {
            frontier = [.. frontier.Where(held => !open.Contains(held.Entity) && _holders.TryAdd(held.Entity, new(alteration, held.Way)))];
            foreach (var (entity, way) in frontier) // a family is as active as its most active member
                foreach (var family in graph.GroupsOf(entity))
                    if (family.Kind == GroupKind.Family && family.Members.Length <= Route.MaxTwins
                        && !open.Contains(family.Id)) _holders.TryAdd(family.Id, new(alteration, way));
            frontier = [
                .. frontier.SelectMany(
                held => graph.EdgesOf(held.Entity).Where(e => e is { Sign: > 0, Kind: RelationKind.Activity, IsImported: false })
                .Select(e => (e.Target, held.Way.Add(e))))];
        }
    }

    private static HashSet<string> OpenToThePerturbation(SignedGraph graph, Question question)
    {
        var targets = question.Causes.SelectMany(c => MechanismGate.Followed(c, question)).Select(t => t.Entity)
            .ToHashSet(StringComparer.Ordinal);
        var families = targets.SelectMany(t => graph.GroupsOf(t)).Concat(targets.Select(graph.Group).OfType<EntityGroup>())
            .Where(g => g.Members.Length <= Route.MaxTwins);
        var complexes = targets.SelectMany(t => graph.GroupsOf(t)).Where(g => g.Kind == GroupKind.Complex).Select(g => g.Id);
        targets.UnionWith([.. families.SelectMany(g => g.Members.Append(g.Id)), .. complexes]);
        return targets;
    }
}
