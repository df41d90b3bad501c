using System.Collections.Immutable;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The structure of a compound as it is drawn: paths and letters of SVG, in pixels.</summary>
/// <param name="Smiles">What was drawn.</param>
/// <param name="Lines">Bonds.</param>
/// <param name="Shapes">Bonds towards the reader, filled.</param>
public sealed record StructureDrawing(
    string Smiles, string Width, string Height, string Lines, string Shapes, ImmutableArray<StructureLetter> Letters)
{
    /// <returns>Null for a compound that is not drawn.</returns>
    public static StructureDrawing? For(Curie? compound) =>
        compound is { Namespace: "PUBCHEM.COMPOUND", Id: var id } && Structures.Drawn.Value.TryGetValue(id, out var row) ? From(row) : null;

    private static StructureDrawing From(string row)
    {
        var cells = row.Split('\t');
        return new(
            cells[1], cells[2], cells[3], cells[4], cells[5],
            [.. cells[6].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(letter => letter.Split(' ', 4))
                .Select(parts => new StructureLetter(parts[0], parts[1], parts[2], parts[3]))]);
    }
}

/// <param name="Size">The size of the letters, in pixels.</param>
public sealed record StructureLetter(string X, string Y, string Size, string Text);
