using System.Buffers;

namespace VcrPortal.Reasoning.Text;

/// <summary>Names of primitives and arguments: a letter or underscore, then letters, digits and underscores.</summary>
internal static class Identifier
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>How many characters of ASCII identifiers a text begins with.</summary>
    public static int RunOf(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Plain) is var end and >= 0 ? end : text.Length;

    public static bool Begins(char c) => char.IsLetter(c) || c == '_';

    public static bool Continues(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Begins(text[0])) return false;
        foreach (var c in text)
            if (!Continues(c)) return false;
        return true;
    }

    /// <summary>A written name as an identifier: <c>cell type</c> becomes <c>cell_type</c>.</summary>
    public static string From(ReadOnlySpan<char> written)
    {
        var name = written.Trim();
        if (IsOne(name)) return name.ToString();
        var made = string.Create(name.Length, name, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Continues(from[i]) ? from[i] : '_';
        });
        return made.Length > 0 && Begins(made[0]) ? made : "_" + made;
    }

    /// <summary>Where the identifier begins that a text ends with; its length where there is none.</summary>
    public static int StartOfLast(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && Continues(text[start - 1])) start--;
        while (start < text.Length && !Begins(text[start])) start++;
        return start;
    }
}
