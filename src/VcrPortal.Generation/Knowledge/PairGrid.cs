using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Knowledge;

/// <summary>What came of a choice of pairs.</summary>
public abstract record PairChoice
{
    private PairChoice() { }

    /// <param name="Title">"379 compounds × 50 cell lines", or the names of a few.</param>
    public sealed record Chosen(ImmutableArray<PerturbationRecord> Records, string Title) : PairChoice;

    /// <summary>Names that the grid does not hold, each with the nearest one that it does.</summary>
    public sealed record Unknown(ImmutableArray<UnknownName> Compounds, ImmutableArray<UnknownName> Lines) : PairChoice;
}

/// <param name="Nearest">Null when nothing is written alike.</param>
/// <param name="Known">What the name means in the knowledge, where that was not measured; else null.</param>
public sealed record UnknownName(string Name, string? Nearest, string? Known = null);

/// <summary>
/// Every compound in every cell line: those that Tahoe-100M measured (379 × 50; its vehicle control is no compound) where its metadata is
/// imported, else all of the starter pack. The same knowledge gives the same pairs in the same order.
/// </summary>
public sealed class PairGrid
{
    private readonly InstalledKnowledge _knowledge;
    private readonly KnowledgeIndex _index;

    /// <param name="index">Over the same knowledge, where there is one already.</param>
    public PairGrid(InstalledKnowledge knowledge, KnowledgeIndex? index = null)
    {
        (_knowledge, _index) = (knowledge, index ?? new KnowledgeIndex(knowledge.Base));
        var (compounds, lines) = knowledge.Snapshot is { } snapshot ? Measured(snapshot) : ([], []);
        IsMeasured = compounds.Count > 0;
        Compounds = [
            .. knowledge.Base.Compounds.Where(c => !IsMeasured || compounds.Contains(c.Name)).OrderBy(c => c.Name, StringComparer.Ordinal)];
        Lines = [
            .. knowledge.Base.CellLines.Where(l => !IsMeasured || lines.Contains(l.Name)).OrderBy(l => l.Name, StringComparer.Ordinal)];
    }

    /// <summary>Taken from Tahoe-100M's grid of what was measured in what.</summary>
    public bool IsMeasured { get; }

    public ImmutableArray<Compound> Compounds { get; }
    public ImmutableArray<CellLine> Lines { get; }
    public int Pairs => Compounds.Length * Lines.Length;

    /// <param name="compounds">Names or synonyms; none for all.</param>
    /// <param name="lines">Likewise.</param>
    public PairChoice Choose(IReadOnlyCollection<string> compounds, IReadOnlyCollection<string> lines)
    {
        var (wanted, unknownCompounds) = Find(compounds, Compounds, _index.Compound, _index.NearestCompound, c => c.Name);
        var (places, unknownLines) = Find(lines, Lines, _index.Line, _index.NearestLine, l => l.Name);
        if (unknownCompounds.Length + unknownLines.Length > 0) return new PairChoice.Unknown(unknownCompounds, unknownLines);
        ImmutableArray<PerturbationRecord> records = [
            .. (from line in places from compound in wanted select (line, compound))
            .Select((pair, i) => RecordOf(pair.compound, pair.line, i))];
        return new PairChoice.Chosen(
            records, $"{Words([.. wanted.Select(c => c.Name)], "compounds")} × {Words([.. places.Select(l => l.Name)], "cell lines")}");
    }

    private static (ImmutableArray<T> Found, ImmutableArray<UnknownName> Unknown) Find<T>(
        IReadOnlyCollection<string> names, ImmutableArray<T> all, Func<string, T?> find, Func<string, T?> findNearest,
        Func<T, string> nameOf) where T : class
    {
        if (names.Count == 0) return (all, []);
        var found = names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name, Known: find(name))).ToList();
        string? Nearest(string name) => findNearest(name) is { } near && IsHere(near) ? nameOf(near) : null;
        bool IsHere(T? thing) => thing is not null && all.Contains(thing);
        return ([.. found.Select(f => f.Known).OfType<T>().Where(IsHere).Distinct()],
            [.. found.Where(f => !IsHere(f.Known))
                .Select(f => new UnknownName(f.Name, Nearest(f.Name), f.Known is { } known ? nameOf(known) : null))]);
    }

    /// <summary>The question as people ask it: the engine finds targets and alterations in the knowledge, so the record does not state
    /// them.</summary>
    private PerturbationRecord RecordOf(Compound compound, CellLine line, int index) =>
        new([new CellContext(line.Name)], [new Perturbation(PerturbationKind.Chemical, compound.Name, SmilesOf(compound))], index);

    private string? SmilesOf(Compound compound) =>
        _knowledge.Snapshot is { } snapshot && snapshot.Find(EntityKind.Compound, compound.Name) is { } entity
            && snapshot.Attribute(entity, EntityAttribute.Smiles) is { Length: > 0 } smiles ? smiles : null;

    private static string Words(ImmutableArray<string> names, string many) =>
        names.Length <= 2 ? string.Join(", ", names) : $"{names.Length} {many}";

    private static (HashSet<string> Compounds, HashSet<string> Lines) Measured(KnowledgeSnapshot snapshot)
    {
        var (compounds, lines) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var compound in snapshot.OfKind(EntityKind.Compound))
            foreach (var edge in snapshot.From(compound.Index))
                if (snapshot.KindOfStatement(edge.Statement) == EdgeKind.MeasuredIn)
                {
                    compounds.Add(compound.Key);
                    lines.Add(snapshot.KeyOf(edge.Entity));
                }
        return (compounds, lines);
    }
}
