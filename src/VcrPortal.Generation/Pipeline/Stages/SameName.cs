using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Whether two names mean one thing: as the installed knowledge has it, and where that knows one of them not, by how they are
/// written, salts, brackets and kinds of cell left aside.</summary>
internal sealed partial class SameName(EntityRecognizer recognizer)
{
    /// <summary>Letters of a name that may stand inside of another.</summary>
    private const int LongEnough = 4;

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "compound", "drug", "inhibitor", "agonist", "antagonist", "activator", "blocker", "degrader", "treatment", "ligand", "agent",
        "molecule", "perturbation", "perturbagen", "antibody", "therapy", "none", "unknown", "vehicle", "N/A",
    };

    public bool IsSame(string one, string other)
    {
        var (a, b) = (Meanings(one), Meanings(other));
        if (a.Overlaps(b) || Forms(one).Overlaps(Forms(other))) return true;
        if (a.Count > 0 && b.Count > 0) return false;
        var (x, y) = (NameFolding.Fold(one), NameFolding.Fold(other));
        return (y.Length >= LongEnough && x.Contains(y, StringComparison.Ordinal))
            || (x.Length >= LongEnough && y.Contains(x, StringComparison.Ordinal));
    }

    /// <summary>The canonical name of the first thing of this type that a text names; null where it names none.</summary>
    public string? Known(string text, EntityTypes type) => recognizer.Match(text) is { } whole ? whole.Type == type ? whole.Name : null
        : recognizer.Recognize(text).FirstOrDefault(e => e.Type == type)?.Name;

    /// <summary>The cell lines that a text names; words for a kind of cell are no line.</summary>
    public IReadOnlyList<string> LinesIn(string text)
    {
        List<string> known = recognizer.Match(text) is { } whole ? whole.Type == EntityTypes.CellLine ? [whole.Name] : []
            : [.. recognizer.Recognize(text).Where(e => e.Type == EntityTypes.CellLine).Select(e => e.Name).Distinct()];
        var bare = NameForms.Bare(text);
        return known.Count > 0 || recognizer.Match(text) is not null || !LinePattern().IsMatch(bare) ? known : [bare];
    }

    /// <summary>One word that is a name and that the installed knowledge does not know.</summary>
    public bool IsUnknownName(string text) =>
        IsUnknown(text) && WordPattern().IsMatch(NameForms.Bare(text)) && !NoNames.Contains(text.Trim());

    /// <summary>Written as the symbol of a gene, and not known.</summary>
    public bool IsUnknownSymbol(string text) => IsUnknown(text) && SymbolPattern().IsMatch(text.Trim());

    private bool IsUnknown(string text) => recognizer.Match(text) is null && recognizer.Recognize(text).IsEmpty;

    private HashSet<string> Meanings(string text) => recognizer.Match(text) is { } whole ? [whole.Name]
        : [.. recognizer.Recognize(text).Select(e => e.Name)];

    private static HashSet<string> Forms(string text) =>
        [NameFolding.Fold(text), .. NameForms.OfKnown(text), .. NameForms.OfWritten(text)];

    /// <summary>One word with a digit, or with a capital inside: HepG2, SK-MEL-28, LNCaP. A protein change is none.</summary>
    [GeneratedRegex(@"^(?![A-Z]\d+[A-Z*]$)(?=\S*(?:\d|\p{Ll}\p{Lu}))(?=\S*\p{L})(?!\S*\p{Ll}{5})[\p{L}\p{N}][\p{L}\p{N}./-]{1,19}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^(?=\S*\p{L}\p{L})[\p{L}\p{N}][\p{L}\p{N}-]{3,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex("^[A-Z][A-Z0-9-]{2,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();
}
