using System.Buffers;

namespace VcrPortal.Reasoning.Graph;

/// <summary>Whether words say that a movement does not happen. "Reduced phosphorylation" may be why something moves: only what is said of
/// the movement counts.</summary>
internal static class HeldBackMovement
{
    /// <summary>Words between the holding back and the movement: "reduced active nuclear import".</summary>
    private const int Reach = 3;

    private static readonly string[] HoldingBack =
        ["block", "prevent", "inhibit", "reduc", "impair", "abolish", "suppress", "cannot", "unable", "fail", "abrogat", "decreas", "lack"];

    private static readonly string[] Movements =
        [
            "translocat", "relocat", "localis", "localiz", "import", "export", "entry", "enter", "exit", "leav", "accumul", "traffick",
            "shuttl", "transport", "recruit", "move", "moving", "internalis", "internaliz", "secret", "releas",
        ];

    // What follows one of these is the cause, not the thing that is held back.
    private static readonly string[] Turns = ["by", "through", "via", "after", "because", "so", "which", "that", "and", "due", "without"];

    // "Import is fully blocked".
    private static readonly string[] Linking = ["is", "are", "was", "were", "be", "been", "being", "fully", "partly", "strongly"];

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0");

    /// <param name="to">The place that the action moves to: what is kept from leaving it arrives there.</param>
    public static bool IsSaidIn(string words, string? to)
    {
        var said = Words(words);
        for (var at = 0; at < said.Count; at++)
            if (Begins(said[at], HoldingBack) && (IsOfMovement(said, at, to) || StandsAlone(said, at))) return true;
        return false;
    }

    private static bool IsOfMovement(List<string> said, int at, string? to)
    {
        for (var next = at + 1; next < said.Count && next <= at + Reach && !Turns.Contains(said[next]); next++)
            if (IsMovement(said[next], to)) return true;
        for (var before = at - 1; before >= 0 && before >= at - Reach; before--)
            if (IsMovement(said[before], to)) return true;
            else if (!Linking.Contains(said[before])) return false;
        return false;
    }

    // "blocked by the inhibitor": of nothing else, so of the movement itself.
    private static bool StandsAlone(List<string> said, int at) =>
        at == 0 && said[at].EndsWith('d') && (said.Count == 1 || Turns.Contains(said[1]) || said[1] is "in" or "with");

    private static bool IsMovement(string word, string? to) =>
        Begins(word, Movements) && word is not ("importin" or "importins" or "exportin" or "exportins")
            && !(word.StartsWith("export", StringComparison.Ordinal) && to?.Contains("nucle", StringComparison.OrdinalIgnoreCase) == true);

    private static bool Begins(string word, string[] stems) => Array.Exists(stems, stem => word.StartsWith(stem, StringComparison.Ordinal));

    private static List<string> Words(string text)
    {
        var found = new List<string>();
        foreach (var part in text.AsSpan().SplitAny(Blanks))
            if (text.AsSpan()[part].Trim(".,;:()\"'") is { IsEmpty: false } word) found.Add(word.ToString().ToLowerInvariant());
        return found;
    }
}
