using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Reads what somebody typed: names by any spelling, fields, phrases, what must not be. No text is an error; what names nothing is
/// looked for as words.</summary>
public sealed class UnderstandSearch(SearchNames names)
{
    /// <summary>Words of the longest name that is looked for.</summary>
    private const int LongestName = 6;

    /// <summary>Said around names, and never what is looked for.</summary>
    private static readonly FrozenSet<string> Between = new[]
    {
        "in", "of", "the", "and", "to", "on", "for", "with", "by", "at", "from", "is", "are", "what", "does", "do", "how", "which", "cell",
        "cells", "line", "lines", "trace", "traces",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public UnderstoodSearch Run(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return UnderstoodSearch.Nothing;
        var words = TypedWord.Read(typed);
        var parts = ImmutableArray.CreateBuilder<SearchPart>();
        var claim = ReadClaim.From(words, names);
        if (claim.Part is { } said) parts.Add(said);
        for (var at = 0; at < words.Length;)
        {
            if (claim.Used.Contains(at)) at++;
            else if (words[at].IsPlain) at = Plain(words, at, claim.Used, parts);
            else parts.Add(Marked(words[at++]));
        }
        return new(typed, parts.ToImmutable());
    }

    /// <summary>The longest run of plain words that is a name, or one word of text.</summary>
    private int Plain(ImmutableArray<TypedWord> words, int at, IReadOnlySet<int> used, ImmutableArray<SearchPart>.Builder parts)
    {
        var end = at;
        while (end < words.Length && end - at < LongestName && words[end].IsPlain && !used.Contains(end)) end++;
        for (; end > at; end--)
        {
            var text = Said(words, at, end);
            var isFiller = end == at + 1 && Between.Contains(text);
            if (isFiller && words.Length > 1) return end;
            if (Meaning(words, at, end, text) is not { } part) continue;
            parts.Add(part);
            return end;
        }
        parts.Add(new SearchPart.InText(new(words[at].Text), words[at].At, false));
        return at + 1;
    }

    private SearchPart? Meaning(ImmutableArray<TypedWord> words, int at, int end, string text)
    {
        var place = words[at].At.To(words[end - 1].At);
        if (end == at + 1 && AddressIn(text) is var (number, revision))
            return new SearchPart.OneTrace(number, revision, place, false);
        if (end == at + 1 && text.Equals(TraceStates.Withheld, StringComparison.OrdinalIgnoreCase))
            return new SearchPart.Fact(SearchField.State, TraceStates.Withheld, place, false);
        if (names.Find(text) is not { } name) return null;
        // "binimetinib melanoma" names two things, though many a name may be followed by what kind of cell it is.
        var isLastItsOwn = end > at + 1 && names.Find(words[end - 1].Text) is not null && names.Find(Said(words, at, end - 1)) == name;
        return isLastItsOwn ? null : Entity(name, false, text, place, false);
    }

    /// <summary>A word with a field, a phrase, a prefix, or one that must not be.</summary>
    private SearchPart Marked(TypedWord word) => word.Field switch
    {
        null or SearchField.Words when word.Field is null && !word.IsPrefix && !word.IsPhrase && names.Find(word.Text) is { } name =>
            Entity(name, false, word.Text, word.At, word.IsExcluded),
        null or SearchField.Words => new SearchPart.InText(new(word.Text, word.IsPrefix), word.At, word.IsExcluded),
        SearchField.Trace => TraceAddress.Read(word.Text) is var (number, revision)
            ? new SearchPart.OneTrace(number, revision, word.At, word.IsExcluded)
            : new SearchPart.Fact(SearchField.Trace, word.Text, word.At, word.IsExcluded),
        { } closed when ClosedFacet.For(closed) is { } facet =>
            new SearchPart.Fact(closed, facet.Find(word.Text)?.Word ?? word.Text, word.At, word.IsExcluded),
        SearchField.Engine or SearchField.State or SearchField.Actor or SearchField.Direction =>
            new SearchPart.Fact(word.Field.Value, word.Text, word.At, word.IsExcluded),
        { } field => Entity(
            names.Find(field, word.Text) ?? new SearchName(field, word.Text, word.Text), true, word.Text, word.At, word.IsExcluded),
    };

    /// <summary>VCT12, VCT12@1 for its first revision, or a plain number that is no compound's.</summary>
    private (int Number, int? Revision)? AddressIn(string text) =>
        TraceAddress.Read(text) is { } address && (!char.IsAsciiDigit(text[0]) || names.Find(text) is null) ? address : null;

    private static SearchPart.Entity Entity(SearchName name, bool byField, string said, WrittenAt at, bool isExcluded) => new(
        name, byField, name.Label.Equals(said, StringComparison.OrdinalIgnoreCase) ? null : said, at, isExcluded);

    private static string Said(ImmutableArray<TypedWord> words, int at, int end) =>
        string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Text));
}
