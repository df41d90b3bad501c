using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>A compound of the atlas, as the files of the pack know it.</summary>
/// <param name="Row">The atlas's spelling: <c>Trametinib (DMSO_TF solvate)</c>.</param>
/// <param name="Name">Without the salt in brackets.</param>
/// <param name="PubChem">CID; null where the atlas gives none.</param>
/// <param name="Names">Every name under which another source's row is taken to mean it.</param>
/// <param name="Chembl">Molecules of ChEMBL that are it, or a salt of it.</param>
public sealed record EvidenceCompound(
    string Row, string Name, string? PubChem, ImmutableArray<string> Names, ImmutableArray<string> Chembl);

/// <summary>A line of the atlas.</summary>
/// <param name="Cellosaurus"><c>CVCL_0023</c>.</param>
/// <param name="DepMap"><c>ACH-000681</c>; null where the atlas gives none.</param>
public sealed record EvidenceLine(string Name, string Cellosaurus, string? DepMap);

/// <summary>Finds compounds by name, PubChem or ChEMBL id, and lines by name, Cellosaurus or DepMap id. Names are folded (<see
/// cref="NameFolding"/>).</summary>
public sealed class EvidenceNames
{
    private readonly FrozenDictionary<string, EvidenceCompound> _compounds;
    private readonly FrozenDictionary<string, EvidenceLine> _lines;

    internal EvidenceNames(ImmutableArray<EvidenceCompound> compounds, ImmutableArray<EvidenceLine> lines)
    {
        (Compounds, Lines) = (compounds, lines);
        _compounds = Index(compounds, c => [c.Row], c => [c.Name, .. IdsOf(c)], c => c.Names);
        _lines = Index(lines, l => [l.Name, l.Cellosaurus, l.Cellosaurus.Replace('_', ':')], l => l.DepMap is { } id ? [id] : [],
            l => l.Name.Split('/'));
    }

    public ImmutableArray<EvidenceCompound> Compounds { get; }

    public ImmutableArray<EvidenceLine> Lines { get; }

    /// <summary>A row's own spelling wins over a shortened name or an id, and those over a synonym.</summary>
    public EvidenceCompound? Compound(string name) => _compounds.GetValueOrDefault(NameFolding.Fold(name));

    public EvidenceLine? Line(string name) => _lines.GetValueOrDefault(NameFolding.Fold(name));

    /// <summary>The names of a compound that the atlas does not have: its own name alone, so that a row of that very name is still
    /// found.</summary>
    internal IEnumerable<string> FoldedNamesOf(string compound) =>
        (Compound(compound)?.Names ?? [compound]).Select(NameFolding.Fold).Distinct();

    internal string LineName(string line) => Line(line)?.Name ?? line;

    internal static EvidenceCompound ReadCompound(PackRow row) =>
        new(row.Required("row"), row.Required("name"), row.Optional("pubchem"), row.List("names"), row.List("chembl"));

    internal static EvidenceLine ReadLine(PackRow row) => new(row.Required("name"), row.Required("cellosaurus"), row.Optional("depmap"));

    private static IEnumerable<string> IdsOf(EvidenceCompound compound) =>
        compound.PubChem is { } id ? [id, $"PUBCHEM.COMPOUND:{id}", .. compound.Chembl] : compound.Chembl;

    private static FrozenDictionary<string, T> Index<T>(ImmutableArray<T> rows, params ReadOnlySpan<Func<T, IEnumerable<string>>> ranks)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var names in ranks)
            foreach (var row in rows)
                foreach (var name in names(row)) found.TryAdd(NameFolding.Fold(name), row);
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
