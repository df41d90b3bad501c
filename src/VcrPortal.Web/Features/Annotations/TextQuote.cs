namespace VcrPortal.Web.Features.Annotations;

/// <summary>
/// A place in a text, in Unicode code points (not UTF-16 units, not what a reader takes for one character): 0 stands before the first one.
/// A TextPositionSelector of the W3C Web Annotation model.
/// </summary>
/// <param name="Start">Before its first code point.</param>
/// <param name="End">After its last one.</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>The words of a passage with what stands before and after it: a TextQuoteSelector of the W3C Web Annotation model.</summary>
/// <param name="Prefix">At most <see cref="Context"/> code points, up to the passage.</param>
/// <param name="Suffix">At most <see cref="Context"/> code points, from the passage on.</param>
public sealed record TextQuote(string Exact, string Prefix, string Suffix)
{
    /// <summary>Code points of a passage.</summary>
    public const int MostExact = 1_000;

    /// <summary>Code points kept before and after a passage.</summary>
    public const int Context = 32;

    /// <returns>Null when the text has no such span.</returns>
    public static TextQuote? At(CodePoints text, TextSpan span) =>
        span.Start < 0 || span.End > text.Count || span.Start >= span.End ? null
        : new(text.Slice(span.Start, span.End), text.Slice(Math.Max(0, span.Start - Context), span.Start),
            text.Slice(span.End, Math.Min(text.Count, span.End + Context)));
}

/// <summary>A text that is counted and cut by code points. Half of a surrogate pair on its own counts as one.</summary>
public sealed class CodePoints
{
    private readonly string _text;
    // Where each code point begins in the text, and the end.
    private readonly int[] _starts;

    public CodePoints(string text)
    {
        _text = text;
        var starts = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += StepAt(text, at)) starts.Add(at);
        starts.Add(text.Length);
        _starts = [.. starts];
    }

    public int Count => _starts.Length - 1;

    public string Text => _text;

    public string Slice(int start, int end) => _text[_starts[start].._starts[end]];

    /// <summary>The UTF-16 unit at which a code point begins.</summary>
    public int UnitOf(int codePoint) => _starts[codePoint];

    /// <summary>The code point that holds a UTF-16 unit; <see cref="Count"/> for the end.</summary>
    public int OfUnit(int unit)
    {
        var found = Array.BinarySearch(_starts, unit);
        return found >= 0 ? found : ~found - 1;
    }

    private static int StepAt(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
