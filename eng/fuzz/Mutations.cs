using System.Text;

namespace VcrPortal.Fuzz;

/// <summary>What happens to texts on their way: cut, spliced, doubled, requoted, overwritten, written in look-alikes.</summary>
internal static class Mutations
{
    private static readonly string[] Splinters =
    [
        "\"", "'", "\"\"", "(", ")", "[", "]", "{", "}", ",", ";", ":", "=", "\\", "\\u", "\\ud83d", "\n", "\r\n", "\r", "\t", "<", ">",
            "</explain>", "<dag>", "<think>", "->", "#", "//", "```", "- ", "1. ",
        "edge(", "binds_to(id=\"n1\"", "_x(", "id=", "null", "true", "1e999", "-0", "\0", "\uD83D", "\uDE00", "\uFEFF", "\u202E", "\u2028",
            "“", "”", "’", "«", "（", "）", "＝", "，",
    ];

    // A look-alike for each: Cyrillic and Greek letters, full-width and typographic signs.
    private const string Plain = "aceopxinABEKMHTv\"'()[]=,-_";
    private const string Alike = "асеорхіпΑΒΕΚΜΗΤν“’（）［］＝，‐＿";

    public static string Strike(string text, Random random)
    {
        for (var edits = random.Next(1, 7); edits > 0; edits--) text = One(text, random);
        return text;
    }

    private static string One(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        var to = random.Next(from, Math.Min(text.Length, from + 80) + 1);
        return random.Next(8) switch
        {
            0 => text[..from],
            1 => text[from..],
            2 => text.Remove(from, to - from),
            3 => text.Insert(from, text[from..to]),
            4 => text.Insert(from, Splinters[random.Next(Splinters.Length)]),
            5 => text.Insert(random.Next(text.Length + 1), text[from..to]),
            6 => text[..from] + Requoted(text[from..to], random) + text[to..],
            _ => text[..from] + LookAlike(text[from..to], random) + text[to..],
        };
    }

    private static string Requoted(string text, Random random)
    {
        string[] quotes = ["'", "“", "”", "\\\"", "`", "", "\"\""];
        return text.Replace("\"", quotes[random.Next(quotes.Length)]);
    }

    private static string LookAlike(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (var at = 0; at < changed.Length; at++)
            if (Plain.IndexOf(changed[at]) is var known and >= 0 && random.Next(2) == 0) changed[at] = Alike[known];
        return changed.ToString();
    }
}
