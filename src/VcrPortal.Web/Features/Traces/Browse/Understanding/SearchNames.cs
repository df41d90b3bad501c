using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Everything that a search can name, by any usual way to write it.</summary>
public sealed class SearchNames
{
    private readonly KnowledgeIndex _index;
    private readonly EntityRecognizer _recognizer;
    private readonly FrozenDictionary<string, SearchName> _others;
    private readonly FrozenDictionary<string, string> _phenotypes;
    private readonly LineNames _lines;
    private readonly SharedMechanism _shared;
    private readonly Lazy<FrozenDictionary<string, string>> _compoundsBySmiles;
    private readonly Lazy<NameBeginnings<SearchName>> _beginnings;
    private readonly Lazy<FrozenDictionary<string, SearchName>> _spellings;

    public SearchNames(KnowledgeIndex index, InstalledKnowledge installed)
    {
        (_index, _recognizer) = (index, installed.Recognizer);
        All = [.. Derived.From(index.Knowledge, installed.Recognizer)];
        var others = new Dictionary<string, SearchName>(StringComparer.Ordinal);
        foreach (var (name, spellings) in All)
            foreach (var spelling in spellings)
                others.TryAdd(NameFolding.Fold(spelling), name);
        _others = others.ToFrozenDictionary(StringComparer.Ordinal);
        _phenotypes = All.Select(o => o.Name).Where(n => n.Field == SearchField.Phenotype).DistinctBy(n => n.Key)
            .ToFrozenDictionary(n => n.Key, n => n.Label, StringComparer.Ordinal);
        (_lines, _shared) = (new(index), new(index, Other));
        _compoundsBySmiles = new(() => Structures.Read(installed));
        _beginnings = new(() => new(Offered.From(this)));
        _spellings = new(() => Offered.Spellings(this));
    }

    /// <summary>What follows from the tables: mechanisms, alterations, tissues, pathways, phenotypes, kinds of claims; with their
    /// spellings.</summary>
    internal ImmutableArray<(SearchName Name, ImmutableArray<string> Spellings)> All { get; }

    /// <summary>What a whole text names, or null: compounds before lines before genes before what follows from them.</summary>
    public SearchName? Find(string text) =>
        Compound(text) ?? Line(text) ?? Gene(text) ?? Other(text) ?? Tissue(text) ?? Disease(text) ?? Group(text)
        ?? _shared.Find(text) ?? Recognised(text);

    /// <summary>The same of one kind.</summary>
    public SearchName? Find(SearchField field, string text) => field switch
    {
        SearchField.Compound => Compound(text),
        SearchField.CellLine => Line(text),
        SearchField.Gene => Gene(text),
        SearchField.Group => Group(text),
        SearchField.Tissue => Tissue(text),
        SearchField.Disease => Disease(text),
        SearchField.Target => Target(text),
        SearchField.Mechanism => Other(text) is { Field: SearchField.Mechanism } known ? known : _shared.Find(text),
        SearchField.End => Find(SearchField.Phenotype, text) is { } end ? new(field, end.Label, end.Key) : null,
        _ => Other(text) is { } other && other.Field == field ? other : null,
    };

    /// <summary>What follows from the tables, but for kinds of claims, and begins so.</summary>
    internal ImmutableArray<SearchName> Beginning(string folded, int most) => _beginnings.Value.Find(folded, most);

    /// <summary>What a misspelt name most likely means.</summary>
    public SearchName? Nearest(string text) =>
        text.Length < 4 ? null
        // No name of a compound, line or gene has this sign.
        : text.Contains('_') && Spelt(text) is { } kind ? kind
        : _index.NearestCompound(text) is { } compound ? For(compound)
        : _index.NearestLine(text) is { } line ? For(line)
        : _index.NearestGene(text) is { } gene ? For(gene) : Spelt(text);

    /// <summary>The same of one kind.</summary>
    public SearchName? Nearest(SearchField field, string text) => field switch
    {
        SearchField.Compound => _index.NearestCompound(text) is { } compound ? For(compound) : null,
        SearchField.CellLine => _index.NearestLine(text) is { } line ? For(line) : null,
        SearchField.Gene or SearchField.Target => _index.NearestGene(text) is { } gene ? For(gene, field) : null,
        _ => Spelt(text) is { } other && other.Field == field ? other : null,
    };

    private SearchName? Spelt(string text) =>
        NearestName.To(text, _spellings.Value.Keys) is { } near ? _spellings.Value[near] : null;

    /// <summary>The key by which claims and terms are compared.</summary>
    public string KeyOf(string text) => (Find(text) is { Key.Length: > 0 } name ? name.Key : text).ToSearchForm().Fit(200);

    /// <summary>A measurable end as traces keep it, in words.</summary>
    internal string EndOf(string key) => _phenotypes.GetValueOrDefault(key, key);

    internal static SearchName For(Compound compound) => new(
        SearchField.Compound, compound.Name, compound.Name.ToSearchForm(), compound.Id?.ToString(), compound.Mechanism);

    internal static SearchName For(CellLine line) =>
        new(SearchField.CellLine, line.Name, line.Name.ToSearchForm(), line.Id.ToString(), line.Organ);

    internal static SearchName For(Gene gene, SearchField field = SearchField.Gene) =>
        new(field, gene.Symbol, gene.Symbol.ToSearchForm(), gene.Id?.ToString());

    private SearchName? Compound(string text) =>
        (_index.Compound(text) ?? _index.Compound(WithoutCid(text)) ?? ByStructure(text)) is { } found ? For(found) : null;

    private Compound? ByStructure(string text) =>
        Structures.MayBe(text) && _compoundsBySmiles.Value.TryGetValue(text, out var name) ? _index.Compound(name) : null;

    /// <summary>"CID 10288191" and "CID:10288191" name a number of PubChem.</summary>
    private static string WithoutCid(string text) =>
        text.StartsWith("CID", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart(' ', ':', '=') : text;

    private SearchName? Line(string text) => _lines.Find(text) is { } line ? For(line) : null;

    private SearchName? Gene(string text) => _index.Gene(text) is { } gene ? For(gene) : null;

    private SearchName? Group(string text) => _index.Group(text) is { } group
        ? new(
            SearchField.Group, group.Name, group.Id.ToSearchForm(), group.Id, string.Join(", ", group.Members.Take(4)), group.Members)
        : null;

    private SearchName? Target(string text)
    {
        // The table of compounds names targets that the table of genes does not have.
        var gene = _index.Gene(text)?.Symbol;
        var symbol = gene ?? text;
        var compounds = _index.Knowledge.Compounds.Where(c => c.Targets.Contains(symbol)).Select(c => c.Name).ToImmutableArray();
        return gene is null && compounds.IsEmpty ? null : new(SearchField.Target, symbol, Members: compounds);
    }

    private SearchName? Other(string text)
    {
        var folded = NameFolding.Fold(text);
        return _others.GetValueOrDefault(folded)
            ?? (folded.EndsWith('s') ? _others.GetValueOrDefault(folded[..^1]) : null); // MEK inhibitors
    }

    private SearchName? Tissue(string text) => Other(text) is { Field: SearchField.Tissue } own ? own
        : TissueWords.Others.TryGetValue(NameFolding.Fold(text), out var known) && Other(known[0]) is { } tissue ? tissue : null;

    private SearchName? Disease(string text) =>
        TissueWords.Diseases.TryGetValue(NameFolding.Fold(text), out var known) && Other(known[0]) is { Field: SearchField.Tissue } tissue
            ? new(SearchField.Disease, known[1], Detail: $"tissue {tissue.Label}", Members: [tissue.Label]) : null;

    /// <summary>What only the recogniser of texts knows.</summary>
    private SearchName? Recognised(string text) => _recognizer.Match(text) is { } known && FieldOf(known.Type) is { } field
        ? new(field, known.Text, known.Name.ToSearchForm(), known.Curie) : null;

    private static SearchField? FieldOf(EntityTypes type) => type switch
    {
        EntityTypes.Pathway => SearchField.Pathway,
        EntityTypes.Phenotype => SearchField.Phenotype,
        EntityTypes.Family or EntityTypes.Complex => SearchField.Group,
        _ => null,
    };
}
