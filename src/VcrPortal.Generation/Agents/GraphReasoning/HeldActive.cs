using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// What the cell's gain-of-function alterations keep active: the altered genes, and what they activate within two steps. Nothing is held through a
/// direct target of the perturbation or a close relative of one: BRAF V600E does not hold MAPK1 against a MEK inhibitor.
/// </summary>
internal sealed class HeldActive
{
    /// <summary>Steps below an altered gene that it is taken to hold.</summary>
    public const int MaxSteps = 2;

    private readonly Dictionary<string, ContextAlteration> _holders = new(StringComparer.Ordinal);

    public HeldActive(SignedGraph graph, Question question)
    {
        var open = OpenToThePerturbation(graph, question);
        foreach (var alteration in question.Alterations)
            if (alteration.Effect == AlterationEffect.GainOfFunction && !open.Contains(alteration.Gene)) Hold(graph, alteration, open);
    }

    /// <summary>The alteration that keeps this entity active, or null.</summary>
    public ContextAlteration? HolderOf(string entity) => _holders.GetValueOrDefault(entity);

    private void Hold(SignedGraph graph, ContextAlteration alteration, HashSet<string> open)
    {
        List<string> frontier = [alteration.Gene, .. graph.GroupsOf(alteration.Gene).Where(g => g.Kind == GroupKind.Family).Select(g => g.Id)];
        for (var step = 0; step <= MaxSteps; step++)
        {
            frontier = [.. frontier.Where(entity => !open.Contains(entity) && _holders.TryAdd(entity, alteration))];
            frontier = [.. frontier.SelectMany(entity => graph.EdgesOf(entity)).Where(e => e is { Sign: > 0, Kind: RelationKind.Activity }).Select(e => e.Target)];
        }
    }

    private static HashSet<string> OpenToThePerturbation(SignedGraph graph, Question question)
    {
        var targets = question.Causes.SelectMany(c => c.Targets).Where(t => t.CarriesEffect).Select(t => t.Entity).ToHashSet(StringComparer.Ordinal);
        var families = targets.SelectMany(t => graph.GroupsOf(t)).Concat(targets.Select(graph.Group).OfType<EntityGroup>()).Where(g => g.Members.Length <= Route.MaxTwins);
        targets.UnionWith(families.SelectMany(g => g.Members.Append(g.Id)).ToList());
        return targets;
    }
}
