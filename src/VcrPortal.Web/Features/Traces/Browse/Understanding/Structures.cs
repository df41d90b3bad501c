using System.Collections.Frozen;
using System.IO.Compression;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Compounds by their SMILES, as the imported tables write it. The starter pack has none.</summary>
internal static class Structures
{
    /// <summary>Without blanks, and with what only structures have.</summary>
    public static bool MayBe(string text) =>
        text.Length is > 4 and < 2000 && !text.Any(char.IsWhiteSpace) && text.Any(c => c is '=' or '(' or '#' or '[');

    public static FrozenDictionary<string, string> Read(InstalledKnowledge installed)
    {
        var bySmiles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (installed.Snapshot is { } snapshot)
            foreach (var compound in snapshot.OfKind(EntityKind.Compound))
                if (snapshot.Attribute(compound.Index, EntityAttribute.Smiles) is { Length: > 0 } smiles)
                    bySmiles.TryAdd(smiles, compound.Key);
        foreach (var (id, row) in Drawn.Value) bySmiles.TryAdd(row.Split('\t')[1], id);
        return bySmiles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>Null for what was not drawn.</returns>
    public static string? SmilesOf(Curie? compound) =>
        compound is { Namespace: "PUBCHEM.COMPOUND", Id: var id } && Drawn.Value.TryGetValue(id, out var row) ? row.Split('\t')[1] : null;

    /// <summary>Those that were drawn where the program is built (<c>eng/structures</c>), by their numbers of PubChem: the number, the
    /// SMILES, and the drawing. Read at the first one that is asked for.</summary>
    public static Lazy<FrozenDictionary<string, string>> Drawn { get; } = new(() =>
    {
        using var packed = typeof(Structures).Assembly.GetManifestResourceStream("structures.tsv.gz")!;
        using var rows = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.ReadLine() is { } row)
            if (row.Length > 0 && char.IsAsciiDigit(row[0])) byId.Add(row[..row.IndexOf('\t')], row);
        return byId.ToFrozenDictionary(StringComparer.Ordinal);
    });
}
