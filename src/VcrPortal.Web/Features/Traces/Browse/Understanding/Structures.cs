using System.Collections.Frozen;
using System.IO.Compression;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;

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
        foreach (var (id, smiles) in Drawn()) bySmiles.TryAdd(smiles, id);
        return bySmiles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Those that compounds' pages show, with their numbers of PubChem.</summary>
    private static IEnumerable<(string Id, string Smiles)> Drawn()
    {
        using var packed = typeof(Structures).Assembly.GetManifestResourceStream("structures.tsv.gz")!;
        using var rows = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (rows.ReadLine() is { } row)
            if (row.Length > 0 && char.IsAsciiDigit(row[0]) && row.Split('\t', 3) is [var id, var smiles, _]) yield return (id, smiles);
    }
}
