using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>
/// The name of a compound for people: without the salt or hydrate in brackets that ends the source's spelling, as long as that tells two
/// rows apart no less. A compound that is there already under the row's spelling keeps its name.
/// </summary>
internal sealed class CompoundNames
{
    private readonly Dictionary<string, int> _short;
    private readonly Dictionary<string, int> _known;
    private readonly KnowledgeDraft _draft;

    public CompoundNames(KnowledgeDraft draft, IEnumerable<string> rows)
    {
        _draft = draft;
        _known = draft.ByFoldedName(EntityKind.Compound);
        _short = rows.CountBy(row => NameFolding.Fold(Shortened(row))).ToDictionary(StringComparer.Ordinal);
    }

    public string NameOf(string row) =>
        _known.TryGetValue(NameFolding.Fold(row), out var known) ? _draft.KeyOf(known)
        : _short[NameFolding.Fold(Shortened(row))] == 1 ? Shortened(row) : row.Trim();

    private static string Shortened(string row)
    {
        var name = row.Trim();
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 && name.EndsWith(')') ? name[..bracket] : name;
    }
}
