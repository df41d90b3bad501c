namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Reads what somebody typed: names by any spelling, fields, phrases, what must not be. No text is an error; what names nothing is
/// looked for as words, and what cannot be meant so is said.</summary>
public sealed class UnderstandSearch(SearchNames names)
{
    public UnderstoodSearch Run(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return UnderstoodSearch.Nothing;
        var (words, idle) = ReadOperators.From(TypedWord.Read(typed));
        var notes = new SearchNotes(typed, names);
        foreach (var word in idle) notes.Idle(word);
        var parts = new List<SearchPart>();
        var claim = ReadClaim.From(words, names);
        if (claim.Part is { } said) parts.Add(said);
        var plain = new ReadPlain(words, claim.Used, names, notes);
        var marked = new ReadMarked(names, notes);
        var isAlternative = false;
        for (var at = 0; at < words.Length;)
        {
            if (words[at].IsAlternative && claim.Used.Contains(at - 1)) notes.OrBesideClaim();
            else isAlternative |= words[at].IsAlternative;
            var (part, next) = claim.Used.Contains(at) ? (null, at + 1)
                : words[at].IsPlain ? plain.At(at) : (marked.Read(words[at]), at + 1);
            if (part is not null && isAlternative) Join(parts, part, claim, notes);
            else if (part is not null) parts.Add(part);
            isAlternative &= part is null;
            at = next;
        }
        return new(typed, [.. parts]) { Notes = notes.All };
    }

    /// <summary>With the part before it.</summary>
    private static void Join(List<SearchPart> parts, SearchPart part, ReadClaim claim, SearchNotes notes)
    {
        if (parts.Count == 0 || parts[^1] == claim.Part)
        {
            notes.OrBesideClaim();
            parts.Add(part);
            return;
        }
        parts[^1] = new SearchPart.Either(parts[^1] is SearchPart.Either either ? [.. either.Parts, part] : [parts[^1], part]);
    }
}
