using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// What the cell's gain-of-function alterations keep active: the altered genes, and what they activate within two steps. Nothing is held
/// through a direct target of the perturbation or a close relative of one: BRAF V600E does not hold MAPK1 against a MEK inhibitor.
/// </summary>
internal sealed class HeldActive
{
    /// <summary>Steps below an altered gene that it is taken to hold.</summary>
    public const int MaxSteps = 2;

    private readonly Dictionary<string, Holder> _holders = new(StringComparer.Ordinal);

    /// <param name="Way">The edges from the altered gene to what it holds.</param>
    public sealed record Holder(ContextAlteration Alteration, ImmutableArray<SignedEdge> Way);

    public HeldActive(SignedGraph graph, Question question)
    {
        var open = OpenToThePerturbation(graph, question);
        foreach (var alteration in question.Alterations)
            if (alteration.Effect == AlterationEffect.GainOfFunction && !open.Contains(alteration.Gene)) Hold(graph, alteration, open);
    }

    /// <summary>The alteration that keeps this entity active, or null.</summary>
    public Holder? HolderOf(string entity) => _holders.GetValueOrDefault(entity);

    private void Hold(SignedGraph graph, ContextAlteration alteration, HashSet<string> open)
    {
        List<(string Entity, ImmutableArray<SignedEdge> Way)> frontier = [
            (alteration.Gene, []),
            .. graph.GroupsOf(alteration.Gene).Where(g => g.Kind == GroupKind.Family)
            .Select(g => (g.Id, ImmutableArray<SignedEdge>.Empty))];
        for (var step = 0; step <= MaxSteps; step++)
        {
            frontier = [.. frontier.Where(held => !open.Contains(held.Entity) && _holders.TryAdd(held.Entity, new(alteration, held.Way)))];
            foreach (var (entity, way) in frontier) // a family is as active as its most active member
                foreach (var family in graph.GroupsOf(entity))
                    if (family.Kind == GroupKind.Family && family.Members.Length <= Route.MaxTwins
                        && !open.Contains(family.Id)) _holders.TryAdd(family.Id, new(alteration, way));
            frontier = [
                .. frontier.SelectMany(
                held => graph.EdgesOf(held.Entity).Where(e => e is { Sign: > 0, Kind: RelationKind.Activity })
                .Select(e => (e.Target, held.Way.Add(e))))];
        }
    }

    private static HashSet<string> OpenToThePerturbation(SignedGraph graph, Question question)
    {
        var targets = question.Causes.SelectMany(c => c.Targets).Where(t => t.CarriesEffect).Select(t => t.Entity)
            .ToHashSet(StringComparer.Ordinal);
        var families = targets.SelectMany(t => graph.GroupsOf(t)).Concat(targets.Select(graph.Group).OfType<EntityGroup>())
            .Where(g => g.Members.Length <= Route.MaxTwins);
        targets.UnionWith(families.SelectMany(g => g.Members.Append(g.Id)).ToList());
        return targets;
    }
}
