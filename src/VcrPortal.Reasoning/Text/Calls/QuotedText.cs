using System.Buffers;
using System.Globalization;
using System.Text;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>The double-quoted texts of the language: what a writer escapes and a reader turns back.</summary>
internal static class QuotedText
{
    public static void Write(StringBuilder to, string value)
    {
        to.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) to.Append(c).Append(value[++i]);
            else WriteCharacter(to, c);
        }
        to.Append('"');
    }

    private static void WriteCharacter(StringBuilder to, char c)
    {
        switch (c)
        {
            case '"' or '\\': to.Append('\\').Append(c); break;
            case '\n': to.Append("\\n"); break;
            case '\r': to.Append("\\r"); break;
            case '\t': to.Append("\\t"); break;
            default:
                if (IsInvisible(c)) to.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                else to.Append(c);
                break;
        }
    }

    // Control and format characters (direction overrides among them) could make a text read differently from what it holds; a lone
    // surrogate is not text at all.
    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    /// <summary>The text between two quotes. A line break in it, with the blanks around it, is one blank; a backslash that escapes nothing
    /// is a backslash.</summary>
    public static string Read(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOfAny('\\', '\n', '\r') < 0) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\\') i += ReadEscape(text, raw[(i + 1)..]);
            else if (c is '\n' or '\r') i += FoldLineBreak(text, raw[(i + 1)..]);
            else text.Append(c);
        }
        return text.ToString();
    }

    private static int ReadEscape(StringBuilder text, ReadOnlySpan<char> after)
    {
        switch (after.IsEmpty ? '\0' : after[0])
        {
            case 'n': text.Append('\n'); return 1;
            case 'r': text.Append('\r'); return 1;
            case 't': text.Append('\t'); return 1;
            case '\\': text.Append('\\'); return 1;
            case 'u' when after.Length >= 5
                && ushort.TryParse(after[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                text.Append((char)unit);
                return 5;
            case var quote when Quotes.IsQuote(quote): text.Append(quote); return 1;
            default: text.Append('\\'); return 0;
        }
    }

    private static int FoldLineBreak(StringBuilder text, ReadOnlySpan<char> after)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t') text.Length--;
        text.Append(' ');
        return after.Length - after.TrimStart(" \t\r\n").Length;
    }
}

/// <summary>Which characters open and close a quoted text.</summary>
internal static class Quotes
{
    /// <summary>What can end a text, or is more than a character of it: quotes, the backslash and line ends.</summary>
    public static SearchValues<char> EndsOfRuns { get; } = SearchValues.Create("\"'`“”„‟‘’‚«»\\\r\n");

    public static bool IsQuote(char c) => c is '"' or '\'' or '`' or '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '«' or '»';

    public static bool Closes(char opener, char c) => opener switch
    {
        '“' or '”' or '„' or '‟' => c is '”' or '“' or '"',
        '‘' or '’' or '‚' => c is '’' or '‘' or '\'',
        '«' => c == '»',
        '»' => c is '«' or '»',
        _ => c == opener,
    };

    /// <summary>An apostrophe inside a single-quoted text is normal; a double quote inside a double-quoted one is a slip.</summary>
    public static bool InnerQuoteIsSlip(char opener) => opener is not ('\'' or '‘' or '’' or '‚');
}
