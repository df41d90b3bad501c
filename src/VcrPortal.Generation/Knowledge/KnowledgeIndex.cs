using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge;

/// <summary>
/// The look-ups over one <see cref="KnowledgeBase"/>, built once and shared by all jobs. A name is found as it is written, else folded
/// (<see cref="NameFolding"/>); a primary name wins over a synonym, and of two equal names the earlier row wins.
/// </summary>
public sealed class KnowledgeIndex
{
    private readonly NameTable<Compound> _compounds;
    private readonly NameTable<CellLine> _lines;
    private readonly NameTable<Gene> _genes;
    private readonly NameTable<EntityGroup> _groups;
    private readonly NameTable<Phenotype> _phenotypes;
    private readonly NameTable<Pathway> _pathways;
    private readonly FrozenDictionary<string, ImmutableArray<SignedRelation>> _from;
    private readonly FrozenDictionary<string, ImmutableArray<SignedRelation>> _into;
    private readonly FrozenDictionary<string, ImmutableArray<EntityGroup>> _groupsByMember;

    public KnowledgeIndex(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        _compounds = new(knowledge.Compounds, c => [c.Name, c.SourceRow, c.Id?.ToString()], c => c.Synonyms);
        _lines = new(knowledge.CellLines, l => [l.Name, $"{l.Id.Namespace}_{l.Id.Id}", l.Id.ToString()], l => l.Synonyms);
        _genes = new(knowledge.Genes, g => [g.Symbol, g.Id?.ToString()], g => g.Synonyms);
        _groups = new(knowledge.Groups, g => [g.Id, g.Name], g => g.Synonyms);
        _phenotypes = new(knowledge.Phenotypes, p => [p.Id, p.Name], p => p.Synonyms);
        _pathways = new(knowledge.Pathways, p => [p.Id, p.Name, p.Title], _ => []);
        _from = Gather(knowledge.Relations.Select(r => (r.Source, r)));
        _into = Gather(knowledge.Relations.Select(r => (r.Target, r)));
        _groupsByMember = Gather(knowledge.Groups.SelectMany(g => g.Members.Select(m => (m, g))));
    }

    public KnowledgeBase Knowledge { get; }

    public Compound? Compound(string name) => _compounds.Find(name);

    public CellLine? Line(string name) => _lines.Find(name);

    /// <summary>By HGNC symbol, id or synonym.</summary>
    public Gene? Gene(string name) => _genes.Find(name);

    /// <summary>By FamPlex id, name or synonym.</summary>
    public EntityGroup? Group(string name) => _groups.Find(name);

    public Phenotype? Phenotype(string name) => _phenotypes.Find(name);

    public Pathway? Pathway(string name) => _pathways.Find(name);

    /// <summary>The relations whose source is exactly this symbol or id, in the order of the knowledge base.</summary>
    public ImmutableArray<SignedRelation> From(string source) => _from.GetValueOrDefault(source, []);

    /// <summary>The relations whose target is exactly this symbol or id.</summary>
    public ImmutableArray<SignedRelation> Into(string target) => _into.GetValueOrDefault(target, []);

    /// <summary>The families and complexes that this gene symbol belongs to.</summary>
    public ImmutableArray<EntityGroup> GroupsContaining(string symbol) => _groupsByMember.GetValueOrDefault(symbol, []);

    /// <summary>
    /// The gene symbol or group id that a free word such as <c>PI-3K</c>, <c>ALK5</c> or <c>TNF alpha</c> names, or null. Asked in this
    /// order: symbol as written, group, symbol or synonym in any spelling.
    /// </summary>
    public string? ResolveTarget(string word)
    {
        var gene = Gene(word);
        return gene?.Symbol == word ? gene.Symbol : Group(word)?.Id ?? gene?.Symbol;
    }

    private static FrozenDictionary<string, ImmutableArray<T>> Gather<T>(IEnumerable<(string Key, T Item)> pairs) =>
        pairs.GroupBy(p => p.Key, p => p.Item, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
}
