using VcrPortal.Generation.Knowledge.Recognition;

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

    public KnowledgeIndex(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        _compounds = new(knowledge.Compounds, c => [c.Name, c.SourceRow, c.Id?.ToString()], c => c.Synonyms);
        _lines = new(knowledge.CellLines, l => [l.Name, $"{l.Id.Namespace}_{l.Id.Id}", l.Id.ToString()], l => l.Synonyms);
        _genes = new(knowledge.Genes, g => [g.Symbol, g.Id?.ToString()], g => g.Synonyms);
        _groups = new(knowledge.Groups, g => [g.Id, g.Name], g => g.Synonyms);
    }

    public KnowledgeBase Knowledge { get; }

    public Compound? Compound(string name) => _compounds.Find(name);

    public CellLine? Line(string name) => _lines.Find(name);

    /// <summary>By HGNC symbol, id or synonym.</summary>
    public Gene? Gene(string name) => _genes.Find(name);

    /// <summary>By FamPlex id, name or synonym.</summary>
    public EntityGroup? Group(string name) => _groups.Find(name);
}
