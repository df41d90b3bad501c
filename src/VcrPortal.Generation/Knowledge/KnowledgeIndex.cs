using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Knowledge;

/// <summary>
/// The look-ups over one <see cref="KnowledgeBase"/>, built once and shared by all jobs. A name is found as it is written, else folded
/// (<see cref="NameFolding"/>), else in another usual form (<see cref="NameForms"/>); a primary name wins over
/// a synonym, and of two equal names the earlier row wins.
/// </summary>
public sealed class KnowledgeIndex
{
    private readonly NameTable<Compound> _compounds;
    private readonly NameTable<CellLine> _lines;
    private readonly NameTable<Gene> _genes;
    private readonly NameTable<EntityGroup> _groups;

    public KnowledgeIndex(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        _compounds = new(knowledge.Compounds, c => [c.Name, c.SourceRow, c.Id?.ToString(), c.Id?.Id], c => c.Synonyms);
        _lines = new(knowledge.CellLines, l => [l.Name, $"{l.Id.Namespace}_{l.Id.Id}", l.Id.ToString()], l => l.Synonyms);
        _genes = new(knowledge.Genes, g => [g.Symbol, g.Id?.ToString(), g.Id?.Id], g => g.Synonyms);
        _groups = new(knowledge.Groups, g => [g.Id, g.Name], g => g.Synonyms);
    }

    public KnowledgeBase Knowledge { get; }

    public Compound? Compound(string name) => _compounds.Find(name);

    public CellLine? Line(string name) => _lines.Find(name);

    /// <summary>The compound whose name is nearest to a name that is not found.</summary>
    public Compound? NearestCompound(string name) => _compounds.FindNearest(name);

    /// <summary>The cell line whose name is nearest to a name that is not found.</summary>
    public CellLine? NearestLine(string name) => _lines.FindNearest(name);

    /// <summary>The gene whose name is nearest to a name that is not found.</summary>
    public Gene? NearestGene(string name) => _genes.FindNearest(name);

    /// <summary>For what somebody is typing, the likeliest first.</summary>
    public ImmutableArray<Compound> SuggestCompounds(string text, int most) => _compounds.Suggest(text, most);

    /// <summary>Likewise.</summary>
    public ImmutableArray<CellLine> SuggestLines(string text, int most) => _lines.Suggest(text, most);

    /// <summary>Likewise.</summary>
    public ImmutableArray<Gene> SuggestGenes(string text, int most) => _genes.Suggest(text, most);

    /// <summary>The compounds that have a name which begins so; those of this very name come first.</summary>
    public ImmutableArray<Compound> CompoundsBeginning(string text, int most) => _compounds.Beginning(text, most);

    /// <summary>Likewise.</summary>
    public ImmutableArray<CellLine> LinesBeginning(string text, int most) => _lines.Beginning(text, most);

    /// <summary>Likewise.</summary>
    public ImmutableArray<Gene> GenesBeginning(string text, int most) => _genes.Beginning(text, most);

    /// <summary>Finds a gene by its HGNC symbol, id or synonym.</summary>
    public Gene? Gene(string name) => _genes.Find(name);

    /// <summary>Finds a group by its FamPlex id, name or synonym.</summary>
    public EntityGroup? Group(string name) => _groups.Find(name);
}
