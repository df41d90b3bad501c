namespace VcrPortal.Web.Features.Annotations;

/// <summary>What became of a passage in another text.</summary>
public abstract record PassagePlace
{
    private PassagePlace() { }

    /// <summary>The same words, here or elsewhere.</summary>
    public sealed record Found(TextSpan Span) : PassagePlace;
    /// <summary>What stands there now, between the words that stood around it, says something like it.</summary>
    public sealed record Changed(TextSpan Span) : PassagePlace;
    /// <summary>Nothing of it is left.</summary>
    public sealed record Gone : PassagePlace;
}

/// <summary>
/// Finds a quotation again in a text that was revised: pure, and total for any text. First the same words (of several the one whose
/// surroundings agree most, then the one nearest to the old place), then other words between the old surroundings. Words that are quoted
/// short and stand in many places are taken for the same only where something around them is.
/// </summary>
public static class PlaceQuote
{
    /// <summary>Code points: words as long as these are found by themselves.</summary>
    private const int TellsEnough = 24;
    /// <summary>Code points around shorter words that must be as they were, both sides together.</summary>
    private const int LeastContext = 8;
    /// <summary>Code points of the surroundings by which changed words are found.</summary>
    private const int Bracket = 12;
    /// <summary>The least likeness between the words of a changed passage and those in its place: less is another passage.</summary>
    private const double LeastLikeness = 0.5;

    public static PassagePlace In(CodePoints text, TextQuote quote, TextSpan place)
    {
        if (text.Count >= place.End && place.Start >= 0 && place.Start < place.End && Agrees(text, quote, place))
            return new PassagePlace.Found(place);
        return SameWords(text, quote, place) ?? (PassagePlace?)OtherWords(text, quote, place) ?? new PassagePlace.Gone();
    }

    private static bool Agrees(CodePoints text, TextQuote quote, TextSpan at) => TextQuote.At(text, at) == quote;

    private static PassagePlace.Found? SameWords(CodePoints text, TextQuote quote, TextSpan place)
    {
        var length = new CodePoints(quote.Exact).Count;
        var enough = length >= TellsEnough ? 0
            : Math.Min(LeastContext, new CodePoints(quote.Prefix).Count + new CodePoints(quote.Suffix).Count);
        (int Context, int Distance, int Start)? best = null;
        foreach (var unit in Occurrences(text.Text, quote.Exact))
        {
            var start = text.OfUnit(unit);
            if (text.UnitOf(start) != unit || text.OfUnit(unit + quote.Exact.Length) is var end
                && text.UnitOf(end) != unit + quote.Exact.Length) continue; // half of a character
            var context = ContextAt(text.Text, quote, unit);
            if (context < enough) continue;
            var candidate = (context, -Math.Abs(start - place.Start), start);
            if (best is null || candidate.CompareTo(best.Value) > 0) best = candidate;
        }
        return best is { } found ? new(new TextSpan(found.Start, found.Start + length)) : null;
    }

    /// <summary>Bounded by the length of the text: each start is one.</summary>
    private static IEnumerable<int> Occurrences(string text, string words)
    {
        if (words.Length == 0) yield break;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0;
            at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1) yield return at;
    }

    /// <summary>UTF-16 units before and after that are as they were, counted outwards.</summary>
    private static int ContextAt(string text, TextQuote quote, int unit)
    {
        var (before, after) = (0, 0);
        while (before < quote.Prefix.Length && before < unit && quote.Prefix[^(before + 1)] == text[unit - before - 1]) before++;
        var end = unit + quote.Exact.Length;
        while (after < quote.Suffix.Length && end + after < text.Length && quote.Suffix[after] == text[end + after]) after++;
        return before + after;
    }

    private static PassagePlace.Changed? OtherWords(CodePoints text, TextQuote quote, TextSpan place)
    {
        var (prefix, suffix) = (new CodePoints(quote.Prefix), new CodePoints(quote.Suffix));
        var before = prefix.Slice(Math.Max(0, prefix.Count - Bracket), prefix.Count);
        var after = suffix.Slice(0, Math.Min(Bracket, suffix.Count));
        // At the beginning or the end of a text there is nothing around it on one side; with nothing on both it was all of the text.
        var starts = before.Length == 0 ? [0] : Occurrences(text.Text, before).Select(at => at + before.Length);
        var most = 2 * quote.Exact.Length + Bracket;
        TextSpan? best = null;
        var likeness = LeastLikeness;
        foreach (var start in starts.OrderBy(at => Math.Abs(text.OfUnit(at) - place.Start)).Take(MostPlaces))
        {
            var reach = Math.Min(text.Text.Length - start, most + after.Length);
            var end = after.Length == 0 ? text.Text.Length - start <= most ? text.Text.Length : -1
                : text.Text.IndexOf(after, start, reach, StringComparison.Ordinal);
            if (end <= start) continue;
            var like = LikenessOf(quote.Exact, text.Text[start..end]);
            if (like < likeness || (best is not null && like <= likeness)) continue;
            (best, likeness) = (new TextSpan(text.OfUnit(start), text.OfUnit(end)), like);
        }
        return best is { Length: > 0 } span ? new(span) : null;
    }

    /// <summary>Places that are looked at, the nearest first: a text of one letter has as many as it has letters.</summary>
    private const int MostPlaces = 50;

    /// <summary>Shared words of all words, 0 to 1: Dice's coefficient, each word as often as it stands.</summary>
    internal static double LikenessOf(string one, string other)
    {
        var (a, b) = (WordsIn(one), WordsIn(other));
        if (a.Length + b.Length == 0) return 0;
        var left = b.CountBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var shared = 0;
        foreach (var word in a)
            if (left.GetValueOrDefault(word) is > 0 and var count) (left[word], shared) = (count - 1, shared + 1);
        return 2d * shared / (a.Length + b.Length);
    }

    private static string[] WordsIn(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
