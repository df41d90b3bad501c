using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Reads a word with a field, a phrase, a prefix, or one that must not be.</summary>
internal sealed class ReadMarked(SearchNames names, SearchNotes notes)
{
    public SearchPart Read(TypedWord word) => word.Field switch
    {
        null when word is { IsPrefix: false, IsPhrase: false } => Bare(word),
        null or SearchField.Words => new SearchPart.InText(new(word.Text, word.IsPrefix), word.At, word.IsExcluded),
        { } field when FieldValues.Has(field, word.Text) == false => Unread(field, word.Text, word, notes),
        SearchField.Trace => TraceAddress.Read(word.Text) is var (number, revision)
            ? new SearchPart.OneTrace(number, revision, word.At, word.IsExcluded)
            : new SearchPart.Unread(SearchField.Trace, word.Text, word.At, word.IsExcluded),
        // A part of a claim on its own: the other words that say one are taken, or this one must not be.
        SearchField.Actor => new SearchPart.OneClaim(
            new(null, names.KeyOf(word.Text), null, null), $"actor:{word.Text}", word.At, word.IsExcluded),
        SearchField.Direction => new SearchPart.OneClaim(
            new(null, null, null, FieldValues.Sign(word.Text)), $"direction:{word.Text}", word.At, word.IsExcluded),
        { } closed when ClosedFacet.For(closed) is { } facet =>
            new SearchPart.Fact(closed, facet.Find(word.Text)?.Word ?? word.Text, word.At, word.IsExcluded),
        SearchField.Engine or SearchField.State =>
            new SearchPart.Fact(word.Field.Value, word.Text, word.At, word.IsExcluded),
        { } field => Named(field, word),
    };

    /// <summary>What looks like a field and is none; null for an id such as <c>GO:0006915</c>, an address, or a structure.</summary>
    /// <returns>The field, where it is one and has no value.</returns>
    public static (string Field, string Value)? FieldIn(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2) return null;
        var (field, value) = (text[..colon], text[(colon + 1)..]);
        if (!field.All(letter => char.IsAsciiLetter(letter) || letter == '-')) return null;
        if (value.Length == 0) return SearchFields.Parse(field) is null ? null : (field, value);
        var isId = value.Any(char.IsAsciiDigit) && (field.All(char.IsAsciiLetterUpper) || value.All(char.IsAsciiDigit)
            || value.StartsWith(field, StringComparison.OrdinalIgnoreCase));
        return isId || value.StartsWith("//", StringComparison.Ordinal) ? null : (field, value);
    }

    public static SearchPart Unread(string field, string value, TypedWord word, SearchNotes notes)
    {
        if (SearchFields.Parse(field) is { } known) notes.NoValue(known, word.At);
        else notes.UnknownField(field, value, word.At);
        return new SearchPart.Unread(SearchField.Words, word.Text, word.At, word.IsExcluded);
    }

    /// <param name="said">What was typed of it, in the words of a chip where that is not its label.</param>
    public static SearchPart.Entity Entity(SearchName name, bool byField, string said, WrittenAt at, bool isExcluded) => new(
        name, byField, name.Label.Equals(said, StringComparison.OrdinalIgnoreCase) ? null : said, at, isExcluded);

    private static SearchPart.Unread Unread(SearchField field, string value, TypedWord word, SearchNotes notes)
    {
        notes.UnknownValue(field, value, word.At);
        return new(field, value, word.At, word.IsExcluded);
    }

    /// <summary>A word with a minus.</summary>
    private SearchPart Bare(TypedWord word) =>
        names.Find(word.Text) is { } name ? Entity(name, false, word.Text, word.At, word.IsExcluded)
        : FieldIn(word.Text) is var (field, value) ? Unread(field, value, word, notes)
        : new SearchPart.InText(new(word.Text), word.At, word.IsExcluded);

    private SearchPart.Entity Named(SearchField field, TypedWord word)
    {
        var name = names.Find(field, word.Text);
        if (name is null) notes.UnknownName(field, word.Text, word.At);
        return Entity(name ?? new SearchName(field, word.Text, word.Text), true, word.Text, word.At, word.IsExcluded);
    }
}
