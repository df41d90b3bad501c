using System.Globalization;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>A piece of a text.</summary>
internal readonly record struct TextPiece(int Start, int Length)
{
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}

/// <summary>The ends and the relation of one edge call.</summary>
internal readonly record struct EdgePieces(TextPiece Source, TextPiece Target, TextPiece Relation);

/// <summary>
/// What the evaluation code of VCR-Agent finds in a text by regular expressions, found by hand in one pass. Letters, digits and blanks are
/// those of Python's <c>re</c> within the basic plane. The expressions stand beside each method; a test holds both against each other.
/// </summary>
internal static class ReferencePatterns
{
    /// <summary>What an explanation of ordinary length has of each; room for more is made where needed.</summary>
    public const int UsualLines = 16;

    /// <summary><c>^\s*([A-Za-z_]\w*)\s*\(</c>, at each line; its blanks go over the ends of lines.</summary>
    public static void AddPrimitives(ReadOnlySpan<char> text, List<TextPiece> found)
    {
        for (var line = 0; line < text.Length;)
        {
            var (start, at) = (PastBlanks(text, line), line);
            if (start < text.Length && (char.IsAsciiLetter(text[start]) || text[start] == '_'))
            {
                var end = PastWord(text, start + 1);
                var open = PastBlanks(text, end);
                var isCall = open < text.Length && text[open] == '(';
                if (isCall) found.Add(new(start, end - start));
                at = isCall ? open : start;
            }
            else at = start; // the lines that were passed over begin the same
            if (text[at..].IndexOf('\n') is not (var length and >= 0)) return;
            line = at + length + 1;
        }
    }

    /// <summary><c>edge\("(n\d+)",\s*"(n\d+)",\s*relation="(\w+)"\)</c></summary>
    public static void AddEdges(ReadOnlySpan<char> text, List<EdgePieces> found)
    {
        const string start = "edge(\"";
        for (var at = 0; text[at..].IndexOf(start) is var next and >= 0;)
        {
            at += next + start.Length;
            var source = Numbered(text, at);
            if (!Comes(text, source.Start + source.Length, "\",", out var second)
                || !Comes(text, PastBlanks(text, second), "\"", out second)) continue;
            var target = Numbered(text, second);
            if (!Comes(text, target.Start + target.Length, "\",", out var third)
                || !Comes(text, PastBlanks(text, third), "relation=\"", out third)) continue;
            var relation = new TextPiece(third, PastWord(text, third) - third);
            if (source.Length > 0 && target.Length > 0 && relation.Length > 0
                && Comes(text, third + relation.Length, "\")", out at)) found.Add(new(source, target, relation));
            else at = third;
        }
    }

    /// <summary><c>\bid\s*=\s*["'](n\d+)["']</c></summary>
    public static void AddIds(ReadOnlySpan<char> text, List<TextPiece> found)
    {
        for (var at = 0; text[at..].IndexOf("id") is var next and >= 0;)
        {
            var start = at + next;
            at = start + 2;
            if (start > 0 && IsWord(text[start - 1]) || !Comes(text, PastBlanks(text, at), "=", out var value)) continue;
            at = PastBlanks(text, value);
            if (at >= text.Length || text[at] is not ('"' or '\'')) continue;
            var id = Numbered(text, at + 1);
            var end = id.Start + id.Length;
            if (id.Length > 0 && end < text.Length && text[end] is '"' or '\'') found.Add(id);
        }
    }

    /// <summary><c>\bn\d+\b</c></summary>
    public static void AddTokens(ReadOnlySpan<char> text, List<TextPiece> found)
    {
        for (var at = 0; text[at..].IndexOf('n') is var next and >= 0;)
        {
            var start = at + next;
            at = start + 1;
            if (start > 0 && IsWord(text[start - 1])) continue;
            var token = Numbered(text, start);
            if (token.Length == 0 || token.Start + token.Length < text.Length && IsWord(text[token.Start + token.Length])) continue;
            found.Add(token);
            at = token.Start + token.Length;
        }
    }

    /// <summary><c>n\d+</c> at this place, or an empty piece.</summary>
    private static TextPiece Numbered(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != 'n') return new(at, 0);
        var end = at + 1;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        return end == at + 1 ? new(at, 0) : new(at, end - at);
    }

    private static bool Comes(ReadOnlySpan<char> text, int at, string expected, out int after)
    {
        after = at + expected.Length;
        return text[at..].StartsWith(expected);
    }

    private static int PastWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsWord(text[at])) at++;
        return at;
    }

    private static int PastBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is >= '\x1c' and <= '\x1f')) at++;
        return at;
    }

    private static bool IsWord(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c) || c == '_'
        : char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber;
}
