using System.Collections.Frozen;
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
        return bySmiles.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
