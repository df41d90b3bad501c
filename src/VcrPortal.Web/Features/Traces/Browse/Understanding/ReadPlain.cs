using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Reads words without a mark: the longest run of them that is a name, or one word of text.</summary>
internal sealed class ReadPlain(ImmutableArray<TypedWord> words, IReadOnlySet<int> used, SearchNames names, SearchNotes notes)
{
    /// <summary>Words of the longest name that is looked for.</summary>
    private const int LongestName = 6;

    /// <summary>Letters before the number of a cell line, gene or compound that is written in two pieces: MCF 7.</summary>
    private const int LongestPiece = 6;

    /// <summary>Said around names, and never what is looked for.</summary>
    private static readonly FrozenSet<string> Between = new[]
    {
        "in", "of", "the", "and", "to", "on", "for", "with", "by", "at", "from", "is", "are", "what", "does", "do", "how", "which", "cell",
        "cells", "line", "lines", "trace", "traces", "vs", "vs.", "versus", "compare", "compared",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null for a word that says nothing; and the place after what was read.</returns>
    public (SearchPart? Part, int Next) At(int at)
    {
        var end = at;
        while (end < words.Length && end - at < LongestName && words[end].IsPlain && !used.Contains(end) && (end == at || !IsMarked(end)))
            end++;
        var most = end;
        for (; end > at; end--)
        {
            var text = Said(at, end);
            if (end == at + 1 && IsOfACell(at, text)) return (Phrase(at, at + 2), at + 2);
            if (end == at + 1 && words.Length > 1 && Between.Contains(text)) return (null, end);
            if (Meaning(at, end, text) is { } part) return Turned(part, end) is { } claim ? (claim, end + 1) : (part, end);
        }
        var isInPieces = at + 1 < most && IsInPieces(words[at].Text, words[at + 1].Text);
        end = isInPieces ? at + 2 : at + 1;
        return (AsText(at, end), end);
    }

    /// <summary>"cell death", which is nobody's name: without "cell" it would ask for any death.</summary>
    private bool IsOfACell(int at, string text) =>
        text.Equals("cell", StringComparison.OrdinalIgnoreCase) && at + 1 < words.Length && words[at + 1].IsPlain && !used.Contains(at + 1)
        && !IsMarked(at + 1) && !Between.Contains(words[at + 1].Text) && names.Find(words[at + 1].Text) is null;

    private SearchPart.InText Phrase(int at, int end) => new(new(Said(at, end)), words[at].At.To(words[end - 1].At), words[at].IsNegated);

    private SearchPart? Meaning(int at, int end, string text)
    {
        var (place, not) = (words[at].At.To(words[end - 1].At), words[at].IsNegated);
        if (AddressIn(at, end) is var (number, revision)) return new SearchPart.OneTrace(number, revision, place, not);
        if (end == at + 1 && text.Equals(TraceStates.Withheld, StringComparison.OrdinalIgnoreCase))
            return new SearchPart.Fact(SearchField.State, TraceStates.Withheld, place, not);
        if (names.Find(text) is not { } name) return null;
        // "binimetinib melanoma" names two things, though many a name may be followed by what kind of cell it is.
        var isLastItsOwn = end > at + 1 && names.Find(words[end - 1].Text) is not null && names.Find(Said(at, end - 1)) == name;
        return isLastItsOwn ? null : ReadMarked.Entity(name, false, text, place, not);
    }

    /// <summary>"CCND1 down": a claim that it falls, whoever makes it do so.</summary>
    private SearchPart.OneClaim? Turned(SearchPart part, int next)
    {
        if (part is not SearchPart.Entity { Field: SearchField.Gene or SearchField.Pathway or SearchField.Phenotype, Name: var name }
            || next >= words.Length || used.Contains(next) || !words[next].IsPlain || IsMarked(next)) return null;
        return FieldValues.Turn(words[next].Text) is { } sign ? new(
            new(null, null, names.KeyOf(name.Label), sign), $"{name.Label} {(sign > 0 ? "rises" : "falls")}",
            part.At.To(words[next].At), part.IsExcluded) : null;
    }

    private SearchPart AsText(int at, int end)
    {
        var (text, place) = (Said(at, end), words[at].At.To(words[end - 1].At));
        if (end > at + 1) notes.NumberAfterWord(text, words[end - 1].Text, place);
        else if (IsNumber(text)) notes.NumberAlone(text, place);
        else if (ClosedFacet.FieldOf(text) is { } closed) notes.ValueAlone(text, closed, place);
        else if (ReadMarked.FieldIn(text) is var (field, value)) return ReadMarked.Unread(field, value, words[at], notes);
        return new SearchPart.InText(new(text), place, words[at].IsNegated);
    }

    /// <summary>VCT12, VCT12@1 for its first revision, "vct 12", "trace 12", or a number that is all of the search and no
    /// compound's.</summary>
    private (int Number, int? Revision)? AddressIn(int at, int end)
    {
        var (first, last) = (words[at].Text, words[end - 1].Text);
        var isCalledTrace = first.Equals("vct", StringComparison.OrdinalIgnoreCase)
            || first.Equals("trace", StringComparison.OrdinalIgnoreCase);
        if (end == at + 2) return isCalledTrace && char.IsAsciiDigit(last[0]) ? TraceAddress.Read(last) : null;
        if (end > at + 2) return null;
        if (!char.IsAsciiDigit(first[0])) return TraceAddress.Read(WithoutSign(first));
        return words.Length == 1 && names.Find(first) is null ? TraceAddress.Read(first) : null;
    }

    /// <summary>VCT-12 and VCT_12.</summary>
    private static string WithoutSign(string text) =>
        text.Length > 4 && text.StartsWith("VCT", StringComparison.OrdinalIgnoreCase) && text[3] is '-' or '_' or '#'
            ? text.Remove(3, 1) : text;

    private bool IsInPieces(string first, string second) => IsNumber(second) && first.Length <= LongestPiece
        && first.All(char.IsLetter) && names.Find(first) is null;

    private static bool IsNumber(string text) => text.Length < 8 && text.All(char.IsAsciiDigit);

    private bool IsMarked(int at) => words[at].IsAlternative || words[at].IsNegated;

    private string Said(int at, int end) => string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Text));
}
