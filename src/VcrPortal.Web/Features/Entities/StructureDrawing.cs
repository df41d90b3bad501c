using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The structure of a compound as it is drawn: paths and letters of SVG, in pixels.</summary>
/// <param name="Smiles">What was drawn.</param>
/// <param name="Lines">Bonds.</param>
/// <param name="Shapes">Bonds towards the reader, filled.</param>
public sealed record StructureDrawing(
    string Smiles, string Width, string Height, string Lines, string Shapes, ImmutableArray<StructureLetter> Letters)
{
    /// <summary>Drawn where the program is built (<c>eng/structures</c>), by their numbers of PubChem; read at the first one.</summary>
    private static readonly Lazy<FrozenDictionary<string, string>> Drawn = new(Read);

    /// <returns>Null for a compound that is not drawn.</returns>
    public static StructureDrawing? For(Curie? compound) =>
        compound is { Namespace: "PUBCHEM.COMPOUND", Id: var id } && Drawn.Value.TryGetValue(id, out var row) ? From(row) : null;

    private static StructureDrawing From(string row)
    {
        var cells = row.Split('\t');
        return new(
            cells[1], cells[2], cells[3], cells[4], cells[5],
            [.. cells[6].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(letter => letter.Split(' ', 4))
                .Select(parts => new StructureLetter(parts[0], parts[1], parts[2], parts[3]))]);
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var packed = typeof(StructureDrawing).Assembly.GetManifestResourceStream("structures.tsv.gz")!;
        using var rows = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.ReadLine() is { } row)
            if (row.Length > 0 && char.IsAsciiDigit(row[0])) byId.Add(row[..row.IndexOf('\t')], row);
        return byId.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <param name="Size">Of the letters, in pixels.</param>
public sealed record StructureLetter(string X, string Y, string Size, string Text);
