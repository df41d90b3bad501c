using System.Collections.Immutable;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Genes whose RNA one regulator moves the same way: one <c>regulates_expression</c>.</summary>
public sealed record ExpressionGroup(Effect Regulator, int Sign, ImmutableArray<Reached> Genes)
{
    public double Cost => Genes[0].Cost;
}

/// <summary>The part of what was reached that the explanation tells: the ends that are best supported, and the ways to them.</summary>
public sealed record Route(ImmutableArray<Reached> Activities, ImmutableArray<ExpressionGroup> Expressions, ImmutableArray<Reached> Phenotypes)
{
    /// <summary>More ends make a graph that nobody reads.</summary>
    public const int MaxPhenotypes = 3;
    public const int MaxExpressionGroups = 3;
    public const int MaxGenes = 8;
    /// <summary>Families larger than this are not told member by member.</summary>
    public const int MaxTwins = 4;

    /// <summary>Coherent paths win over shorter ones that stitch pathways together.</summary>
    public static Route Select(PropagationResult result, SignedGraph graph)
    {
        var phenotypes = result.Reached.Values.Where(r => r.Effect.Kind == EffectKind.Phenotype)
            .OrderBy(r => r.IsCoherent ? 0 : 1).ThenBy(r => r.Cost).ThenBy(r => r.Effect.Entity, StringComparer.Ordinal).Take(MaxPhenotypes).ToImmutableArray();
        var groups = result.Reached.Values.Where(r => r.Effect.Kind == EffectKind.Expression).GroupBy(r => (r.Via!.From, r.Effect.Sign)).ToList();
        var told = groups.OrderBy(g => g.Any(r => r.IsCoherent) ? 0 : 1).ThenBy(g => g.Min(r => r.Cost)).ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.From.Entity, StringComparer.Ordinal).Take(MaxExpressionGroups).Select(g => g.Key).ToHashSet();

        var needed = Closure(result, phenotypes.Concat(groups.Where(g => told.Contains(g.Key)).SelectMany(g => g)));
        told.UnionWith(groups.Where(g => g.Any(r => needed.Contains(r.Effect) && IsWay(r, needed, result))).Select(g => g.Key));
        needed = Closure(result, needed.Select(e => result.Reached[e]).Concat(groups.Where(g => told.Contains(g.Key)).SelectMany(g => g)));
        AddTwins(result, graph, needed);

        var ways = needed.Select(e => result.Reached[e].Via?.From).OfType<Effect>().ToHashSet();
        return new(
            [.. needed.Where(e => e.Kind == EffectKind.Activity).Select(e => result.Reached[e]).OrderBy(r => r.Cost).ThenBy(r => r.Effect.Entity, StringComparer.Ordinal)],
            [.. groups.Where(g => told.Contains(g.Key)).Select(g => Group(g.Key.From, g.Key.Sign, g, ways)).OrderBy(g => g.Cost).ThenBy(g => g.Regulator.Entity, StringComparer.Ordinal)],
            phenotypes);
    }

    /// <summary>Close relatives that do the same at the same distance are told together: MAP2K2 beside MAP2K1, MAPK3 beside MAPK1.</summary>
    private static void AddTwins(PropagationResult result, SignedGraph graph, HashSet<Effect> needed)
    {
        foreach (var told in needed.Where(e => e.Kind == EffectKind.Activity).ToList())
            foreach (var group in graph.GroupsOf(told.Entity))
                foreach (var member in group.Members.Length > MaxTwins ? [] : group.Members)
                {
                    var twin = told with { Entity = member };
                    if (result.Reached.TryGetValue(twin, out var reached) && reached.Cost == result.Reached[told].Cost && LeadsToTold(graph, twin, told, needed))
                        needed.UnionWith(Closure(result, [reached]));
                }
    }

    private static bool LeadsToTold(SignedGraph graph, Effect twin, Effect told, HashSet<Effect> needed) =>
        graph.EdgesOf(twin.Entity).Any(e => e.Sign != 0 && needed.Any(n => n != told && n.Entity == e.Target && n.Sign == twin.Sign * e.Sign));

    private static bool IsWay(Reached reached, HashSet<Effect> needed, PropagationResult result) =>
        needed.Any(e => result.Reached[e].Via?.From == reached.Effect);

    private static ExpressionGroup Group(Effect regulator, int sign, IEnumerable<Reached> genes, HashSet<Effect> ways) =>
        new(regulator, sign, [.. genes.OrderBy(g => ways.Contains(g.Effect) ? 0 : 1).ThenBy(g => g.Cost).ThenBy(g => g.Effect.Entity, StringComparer.Ordinal).Take(MaxGenes)]);

    private static HashSet<Effect> Closure(PropagationResult result, IEnumerable<Reached> ends)
    {
        var needed = new HashSet<Effect>();
        foreach (var end in ends)
            for (var at = end; at is not null && needed.Add(at.Effect); at = at.Via is null ? null : result.Reached.GetValueOrDefault(at.Via.From)) { }
        return needed;
    }
}
