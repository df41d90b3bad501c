namespace VcrPortal.Web.Ui.Components;

/// <summary>Cuts text to a width for SVG, which does not wrap. Widths are estimates for a humanist sans; the full text stays in the
/// name.</summary>
internal static class TextFit
{
    /// <summary>Average advance of a character in hundredths of the font size: whole numbers, so that sums do not depend on their
    /// order.</summary>
    private static int Advance(char c) => c switch
    {
        'i' or 'l' or 'j' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 28,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 36,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 88,
        '→' or '~' or '—' => 95,
        >= 'A' and <= 'Z' => 68,
        >= '0' and <= '9' => 57,
        < '\u0250' => 55,
        _ => 100,
    };

    public static double Width(string text, double fontSize)
    {
        var width = 0L;
        foreach (var c in text) width += Advance(c);
        return width * fontSize / 100;
    }

    /// <summary>In "Binimetinib → MAP2K1" the target tells cards apart; where both have no room, it stands alone.</summary>
    public static string Telling(string text, double maxWidth, double fontSize) =>
        text.IndexOf('→', StringComparison.Ordinal) is > 0 and var arrow && Width(text, fontSize) > maxWidth ? text[arrow..] : text;

    public static string Cut(string text, double maxWidth, double fontSize)
    {
        var width = 0L;
        var lastThatFits = 0;
        for (var at = 0; at < text.Length; at++)
        {
            width += Advance(text[at]);
            if ((width + Advance('…')) * fontSize / 100 <= maxWidth) lastThatFits = at + 1;
            if (width * fontSize / 100 > maxWidth) return Whole(text, lastThatFits).TrimEnd(' ', ',') + "…";
        }
        return text;
    }

    /// <summary>Lines of at most this width, broken at spaces; the last one is cut when there is more.</summary>
    public static IReadOnlyList<string> Lines(string text, double maxWidth, double fontSize, int most)
    {
        var lines = new List<string>(most);
        var rest = text.Trim();
        while (rest.Length > 0 && lines.Count < most - 1 && Width(rest, fontSize) > maxWidth)
        {
            var fits = Cut(rest, maxWidth + fontSize, fontSize).Length - 1;
            var space = rest.LastIndexOf(' ', Math.Min(Math.Max(fits, 1), rest.Length - 1));
            if (space <= 0) break;
            lines.Add(rest[..space]);
            rest = rest[(space + 1)..];
        }
        if (rest.Length > 0) lines.Add(Cut(rest, maxWidth, fontSize));
        return lines;
    }

    /// <summary>Never half of a surrogate pair.</summary>
    private static string Whole(string text, int length) =>
        text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
