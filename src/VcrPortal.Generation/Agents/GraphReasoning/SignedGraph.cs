using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>All rows that say the same of one ordered pair.</summary>
/// <param name="Sign">+1 or -1; 0 when the rows contradict each other, and then nothing is propagated along it.</param>
public sealed record SignedEdge(string Source, string Target, RelationKind Kind, int Sign, ImmutableArray<SignedRelation> Rows)
{
    /// <summary>What of the target it changes.</summary>
    public EffectKind ChangedKind => Kind switch
    {
        RelationKind.Expression => EffectKind.Expression,
        RelationKind.Phenotype => EffectKind.Phenotype,
        _ => EffectKind.Activity,
    };

    /// <summary>Nobody chose it by hand.</summary>
    public bool IsImported => Rows.All(r => r.IsImported);

    /// <summary>Two pathways or more draw it with this sign.</summary>
    public bool IsStrong => Rows.Select(r => r.PathwayId).Distinct().Take(2).Count() == 2;
}

/// <summary>The signed relations of a knowledge base, merged by pair and indexed by source, with groups as units.</summary>
public sealed class SignedGraph
{
    private readonly FrozenDictionary<string, ImmutableArray<SignedEdge>> _bySource;
    private readonly GraphNames _names;

    /// <summary>What does not change with the relations.</summary>
    private sealed record GraphNames(
        FrozenDictionary<string, EntityGroup> Groups, FrozenDictionary<string, ImmutableArray<EntityGroup>> GroupsOf,
        FrozenDictionary<string, Phenotype> Phenotypes, FrozenDictionary<string, Pathway> Pathways,
        ILookup<string, string> Brakes, FrozenDictionary<(string, string), ProteinPool> Pools, ImmutableArray<PhosphoSite> Sites,
        FrozenDictionary<string, Standby> Standbys);

    public SignedGraph(KnowledgeBase knowledge) : this(knowledge.Relations, knowledge.Pathways, new(
        knowledge.Groups.ToFrozenDictionary(g => g.Id),
        knowledge.Groups.SelectMany(g => g.Members.Select(m => (Member: m, Group: g))).GroupBy(p => p.Member)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Group).ToImmutableArray()),
        knowledge.Phenotypes.ToFrozenDictionary(p => p.Id), knowledge.Pathways.ToFrozenDictionary(p => p.Id),
        knowledge.Brakes.ToLookup(b => b.Gene, b => b.Releases, StringComparer.Ordinal),
        knowledge.Pools.ToFrozenDictionary(p => (p.Protein, p.Target)), knowledge.Sites,
        knowledge.Standbys.ToFrozenDictionary(s => s.Protein)))
    { }

    private SignedGraph(ImmutableArray<SignedRelation> relations, ImmutableArray<Pathway> pathways, GraphNames names)
    {
        _names = names;
        Pathways = pathways;
        _bySource = relations.GroupBy(r => (r.Source, r.Target, r.Kind)).Select(Merge).GroupBy(e => e.Source)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(e => e.Target, StringComparer.Ordinal).ToImmutableArray());
        ChosenByHand = relations.Any(r => r.IsImported) ? new([.. relations.Where(r => !r.IsImported)], pathways, names) : null;
    }

    /// <summary>This graph without what was imported; null when nothing of it was.</summary>
    public SignedGraph? ChosenByHand { get; }

    public ImmutableArray<Pathway> Pathways { get; }

    /// <summary>What this entity acts on: its own edges; for a group, its members' too.</summary>
    public IEnumerable<SignedEdge> From(string entity)
    {
        foreach (var edge in EdgesOf(entity)) yield return edge;
        if (Group(entity) is { } group)
            foreach (var member in group.Members)
                foreach (var edge in EdgesOf(member))
                    if (edge.Target != entity) yield return edge;
    }

    /// <summary>
    /// What follows from an effect. A complex that changes because one of its subunits does acts by its own edges only: that NFKB2 falls
    /// says nothing of what RELA does, though both are NF-kappaB.
    /// </summary>
    public IEnumerable<SignedEdge> From(Reached reached) =>
        reached.Via is { Edge: null, Group.Kind: GroupKind.Complex } ? EdgesOf(reached.Effect.Entity) : From(reached.Effect.Entity);

    public ImmutableArray<SignedEdge> EdgesOf(string entity) => _bySource.GetValueOrDefault(entity, []);

    /// <summary>What stays active in a cell that has lost this gene.</summary>
    public IEnumerable<string> ReleasedBy(string gene) => _names.Brakes[gene];

    /// <summary>The pool from which this edge leaves; null where it leaves from all of the protein.</summary>
    public ProteinPool? PoolOf(SignedEdge edge) => _names.Pools.GetValueOrDefault((edge.Source, edge.Target));

    /// <summary>Parts of the pools that act on this protein.</summary>
    public IEnumerable<string> PartsBehind(string protein) =>
        _names.Pools.Values.Where(p => p.Target == protein).SelectMany(p => p.Parts).Order(StringComparer.Ordinal);

    /// <summary>What this protein waits for; null where it is at work anyway.</summary>
    public Standby? StandbyOf(string protein) => _names.Standbys.GetValueOrDefault(protein);

    /// <summary>Phosphorylations that an assay measures.</summary>
    public ImmutableArray<PhosphoSite> Sites => _names.Sites;

    public EntityGroup? Group(string id) => _names.Groups.GetValueOrDefault(id);

    public ImmutableArray<EntityGroup> GroupsOf(string gene) => _names.GroupsOf.GetValueOrDefault(gene, []);

    public Phenotype? Phenotype(string id) => _names.Phenotypes.GetValueOrDefault(id);

    /// <summary>How an explanation writes this entity.</summary>
    public string NameOf(string entity) =>
        _names.Groups.TryGetValue(entity, out var group) ? group.Name
        : _names.Phenotypes.TryGetValue(entity, out var phenotype) ? phenotype.Name
        : _names.Pathways.TryGetValue(entity, out var pathway) ? pathway.Name
        : entity;

    private static SignedEdge Merge(IGrouping<(string Source, string Target, RelationKind Kind), SignedRelation> rows)
    {
        var all = rows.OrderBy(r => r.PathwayId, StringComparer.Ordinal).ToImmutableArray();
        var sign = all.All(r => r.Sign > 0) ? 1 : all.All(r => r.Sign < 0) ? -1 : 0;
        return new(rows.Key.Source, rows.Key.Target, rows.Key.Kind, sign, all);
    }
}
