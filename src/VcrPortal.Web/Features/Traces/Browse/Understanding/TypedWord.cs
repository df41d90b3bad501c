using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Where something stands in what was typed.</summary>
public readonly record struct WrittenAt(int Start, int Length)
{
    public WrittenAt To(WrittenAt last) => new(Start, last.Start + last.Length - Start);

    /// <summary>What is left without it.</summary>
    public string TakeFrom(string typed) =>
        Start + Length > typed.Length ? typed : (typed[..Start].TrimEnd() + " " + typed[(Start + Length)..].TrimStart()).Trim();
}

/// <summary>One word of a search as it is typed: <c>mek</c>, <c>"cell cycle"</c>, <c>apopt*</c>, <c>-lung</c>, <c>line:C32</c>.</summary>
public sealed record TypedWord(string Text, SearchField? Field, bool IsPhrase, bool IsPrefix, bool IsExcluded, WrittenAt At)
{
    /// <summary>More words than anybody types; the rest is not read.</summary>
    public const int Most = 32;

    /// <summary>OR stands before it: it, or what is before.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>NOT stands before it, and before the whole name that it begins.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Plain, so that it may be part of a name of several words.</summary>
    public bool IsPlain => Field is null && this is { IsPhrase: false, IsPrefix: false, IsExcluded: false };

    /// <summary>Reads anything: what is no word, no quote and no field is part of a word.</summary>
    public static ImmutableArray<TypedWord> Read(string typed)
    {
        var words = ImmutableArray.CreateBuilder<TypedWord>();
        for (var at = 0; at < typed.Length && words.Count < Most;)
        {
            if (char.IsWhiteSpace(typed[at])) at++;
            else if (Next(typed, ref at) is { } word) words.Add(word);
        }
        return words.ToImmutable();
    }

    private static TypedWord? Next(string typed, ref int at)
    {
        var start = at;
        var isExcluded = typed[at] == '-' && at + 1 < typed.Length && (char.IsLetterOrDigit(typed[at + 1]) || typed[at + 1] == '"');
        if (isExcluded) at++;
        var field = FieldAt(typed, ref at);
        var isPhrase = at < typed.Length && typed[at] == '"';
        var text = isPhrase ? Quoted(typed, ref at) : Bare(typed, ref at);
        var isPrefix = !isPhrase && text.Length > 1 && text[^1] == '*';
        text = isPhrase ? text.Trim() : text.TrimEnd('*', ',', ';').TrimStart(',', ';');
        return text.Length == 0 ? null : new(text, field, isPhrase, isPrefix, isExcluded, new(start, at - start));
    }

    private static SearchField? FieldAt(string typed, ref int at)
    {
        var end = at;
        while (end < typed.Length && (char.IsAsciiLetter(typed[end]) || typed[end] == '-')) end++;
        if (end == at || end == typed.Length || typed[end] != ':' || SearchFields.Parse(typed[at..end]) is not { } field) return null;
        // "line: C32" is how people write; a field with nothing after it is no field.
        for (end++; end < typed.Length && char.IsWhiteSpace(typed[end]); end++) { }
        if (end == typed.Length) return null;
        at = end;
        return field;
    }

    /// <summary>To the closing quote, or the end where there is none.</summary>
    private static string Quoted(string typed, ref int at)
    {
        var end = typed.IndexOf('"', at + 1);
        var text = end < 0 ? typed[(at + 1)..] : typed[(at + 1)..end];
        at = end < 0 ? typed.Length : end + 1;
        return text;
    }

    private static string Bare(string typed, ref int at)
    {
        var start = at;
        while (at < typed.Length && !char.IsWhiteSpace(typed[at])) at++;
        return typed[start..at];
    }
}
