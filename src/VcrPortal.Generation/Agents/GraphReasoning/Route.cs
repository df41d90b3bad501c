using System.Collections.Immutable;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Genes whose RNA one regulator moves the same way: one <c>regulates_expression</c>.</summary>
public sealed record ExpressionGroup(Effect Regulator, int Sign, ImmutableArray<Reached> Genes)
{
    public double Cost => Genes[0].Cost;
}

/// <summary>The part of what was reached that the explanation tells: the ends that are best supported, and the ways to them.</summary>
public sealed record Route(
    ImmutableArray<Reached> Activities, ImmutableArray<ExpressionGroup> Expressions, ImmutableArray<Reached> Phenotypes)
{
    /// <summary>More ends make a graph that nobody reads.</summary>
    public const int MaxPhenotypes = 3;
    public const int MaxExpressionGroups = 3;
    public const int MaxGenes = 8;
    /// <summary>Families larger than this are not told member by member.</summary>
    public const int MaxTwins = 4;

    /// <summary>Steps told between an effect and an end that the sources also draw directly from it.</summary>
    public const int MaxStepsBetween = 2;

    /// <summary>
    /// Coherent paths win over shorter ones that stitch pathways together, relations chosen by hand over imported ones, and each branch has
    /// its say before one has two:
    /// the three nearest ends of AKT must not hide the MAPK route of the same receptor.
    /// </summary>
    public static Route Select(PropagationResult result, SignedGraph graph)
    {
        var phenotypes = InTurn(result.Reached.Values.Where(r => r.Effect.Kind == EffectKind.Phenotype)
            .OrderBy(r => r.IsCoherent ? 0 : 1).ThenBy(IsByImport).ThenBy(r => r.Cost).ThenBy(r => r.Effect.Entity, StringComparer.Ordinal),
                r => r.IsCoherent, r => BranchOf(r, result)).DistinctBy(r => (MeaningOf(r.Effect.Entity), r.Effect.Sign))
            .Take(MaxPhenotypes).ToImmutableArray();
        var groups = result.Reached.Values.Where(r => r.Effect.Kind == EffectKind.Expression).GroupBy(r => (r.Via!.From, r.Effect.Sign))
            .ToList();
        var told = InTurn(
            groups.OrderBy(g => g.Any(r => r.IsCoherent) ? 0 : 1).ThenBy(g => g.All(IsByImport)).ThenBy(g => g.Min(r => r.Cost))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.From.Entity, StringComparer.Ordinal), g =>
                g.Any(r => r.IsCoherent), g => BranchOf(g.First(), result)).Take(MaxExpressionGroups).Select(g => g.Key).ToHashSet();

        var needed = Closure(result, phenotypes.Concat(groups.Where(g => told.Contains(g.Key)).SelectMany(g => g)));
        told.UnionWith(groups.Where(g => g.Any(r => needed.Contains(r.Effect) && IsWay(r, needed, result))).Select(g => g.Key));
        needed = Closure(result, needed.Select(e => result.Reached[e]).Concat(groups.Where(g => told.Contains(g.Key)).SelectMany(g => g)));
        foreach (var phenotype in phenotypes) AddStepsBetween(result, graph, phenotype, needed);
        AddTwins(result, graph, needed);

        var ways = needed.Select(e => result.Reached[e].Via?.From).OfType<Effect>().ToHashSet();
        return new(
            [.. needed.Where(e => e.Kind == EffectKind.Activity).Select(e => result.Reached[e]).OrderBy(r => r.Cost)
                .ThenBy(r => r.Effect.Entity, StringComparer.Ordinal)],
            [.. groups.Where(g => told.Contains(g.Key)).Select(g => Group(g.Key.From, g.Key.Sign, g, ways)).OrderBy(g => g.Cost)
                .ThenBy(g => g.Regulator.Entity, StringComparer.Ordinal)],
            phenotypes);
    }

    /// <summary>Pathways draw one thing under two words; it is told once, by the word that is drawn better.</summary>
    private static string MeaningOf(string phenotype) => phenotype switch
    {
        "PHENO:survival-and-proliferation" => "PHENO:proliferation",
        "PHENO:protein-synthesis" => "PHENO:mrna-translation",
        _ => phenotype,
    };

    /// <summary>The best of every branch, then the second best of every branch, and so on; what is coherent before all else.</summary>
    private static IEnumerable<T> InTurn<T>(IEnumerable<T> ranked, Func<T, bool> isCoherent, Func<T, string> branchOf)
    {
        var turns = new Dictionary<(bool, string), int>();
        return ranked.Select(
            item => (
            Item: item, IsCoherent: isCoherent(item),
            Turn: turns[(isCoherent(item), branchOf(item))] = turns.GetValueOrDefault((isCoherent(item), branchOf(item))) + 1))
            .ToList().OrderBy(p => p.IsCoherent ? 0 : 1).ThenBy(p => p.Turn).Select(p => p.Item);
    }

    /// <summary>What the way acts on first, after the direct effect; of a receptor's two ways PIK3CA or RAS.</summary>
    private static string BranchOf(Reached end, PropagationResult result)
    {
        var at = end;
        while (at.Via is { } via && result.Reached.TryGetValue(via.From, out var before) && before.Via is not null) at = before;
        return at.Effect.Entity;
    }

    private static bool IsByImport(Reached reached) => reached.Via?.Edge is { IsImported: true };

    /// <summary>Where BCL2 is drawn onto apoptosis and also onto BAX, which is drawn onto apoptosis, BAX is told too: a short cut must not
    /// hide how it comes about.</summary>
    private static void AddStepsBetween(PropagationResult result, SignedGraph graph, Reached end, HashSet<Effect> needed)
    {
        if (end.Via is not { Edge: not null, From: { Kind: EffectKind.Activity } from }) return;
        var between = graph.From(from.Entity).Where(e => e is { IsStrong: true, Sign: not 0, ChangedKind: EffectKind.Activity })
            .Select(e => result.Reached.GetValueOrDefault(new Effect(EffectKind.Activity, e.Target, from.Sign * e.Sign))).OfType<Reached>()
            .Where(step => step.Via?.From == from && Leads(graph, step.Effect, end.Effect)).DistinctBy(s => s.Effect)
                .OrderBy(s => s.Effect.Entity, StringComparer.Ordinal);
        foreach (var step in between.Take(MaxStepsBetween)) needed.UnionWith(Closure(result, [step]));
    }

    private static bool Leads(SignedGraph graph, Effect from, Effect to) =>
        graph.From(from.Entity).Any(e => e.Target == to.Entity && e.ChangedKind == to.Kind && e.Sign * from.Sign == to.Sign);

    /// <summary>
    /// What does the same is told together: every direct effect that leads to something told (CDK6 beside CDK4), and close relatives at the
    /// same distance (MAP2K2 beside MAP2K1, MAPK3 beside MAPK1).
    /// </summary>
    private static void AddTwins(PropagationResult result, SignedGraph graph, HashSet<Effect> needed)
    {
        var ends = needed.Where(e => e.Kind != EffectKind.Phenotype || result.Reached[e].Via is not null).ToList();
        foreach (var direct in result.Direct)
            if (result.Reached.ContainsKey(direct) && ends.Any(end => end != direct && Leads(graph, direct, end))) needed.Add(direct);
        foreach (var told in needed.Where(e => e.Kind == EffectKind.Activity).ToList())
            foreach (var group in graph.GroupsOf(told.Entity))
                foreach (var member in group.Members.Length > MaxTwins ? [] : group.Members)
                {
                    var twin = told with { Entity = member };
                    if (result.Reached.TryGetValue(twin, out var reached) && reached.Cost == result.Reached[told].Cost
                        && LeadsToTold(graph, twin, told, needed))
                        needed.UnionWith(Closure(result, [reached]));
                }
    }

    private static bool LeadsToTold(SignedGraph graph, Effect twin, Effect told, HashSet<Effect> needed) =>
        graph.EdgesOf(twin.Entity)
            .Any(e => e.Sign != 0 && needed.Any(n => n != told && n.Entity == e.Target && n.Sign == twin.Sign * e.Sign));

    private static bool IsWay(Reached reached, HashSet<Effect> needed, PropagationResult result) =>
        needed.Any(e => result.Reached[e].Via?.From == reached.Effect);

    private static ExpressionGroup Group(Effect regulator, int sign, IEnumerable<Reached> genes, HashSet<Effect> ways) =>
        new(regulator, sign,
            [.. genes.OrderBy(g => ways.Contains(g.Effect) ? 0 : 1).ThenBy(g => g.Cost).ThenBy(g => g.Effect.Entity, StringComparer.Ordinal)
            .Take(MaxGenes)]);

    private static HashSet<Effect> Closure(PropagationResult result, IEnumerable<Reached> ends)
    {
        var needed = new HashSet<Effect>();
        foreach (var end in ends)
            for (var at = end; at is not null && needed.Add(at.Effect);
                at = at.Via is null ? null : result.Reached.GetValueOrDefault(at.Via.From)) { }
        return needed;
    }
}
