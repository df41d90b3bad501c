using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>The words of a search that together say one claim: <c>binds_to actor:venetoclax target:BCL2</c>. A kind of claim alone, or a
/// target alone, is none: they narrow as every other field.</summary>
internal sealed record ReadClaim(SearchPart.OneClaim? Part, IReadOnlySet<int> Used)
{
    private static readonly ReadClaim None = new(null, new HashSet<int>());

    public static ReadClaim From(ImmutableArray<TypedWord> words, SearchNames names)
    {
        var actor = Index(words, SearchField.Actor);
        var direction = Index(words, SearchField.Direction, word => FieldValues.Sign(word) is not null);
        var target = Index(words, SearchField.Target);
        var kind = Kind(words, names);
        if (actor is null && direction is null && (kind is null || target is null)) return None;
        var used = new[] { actor, direction, target, kind }.OfType<int>().ToHashSet();
        var (first, last) = (used.Min(), used.Max());
        // Other words between them are words of the search, so that the claim can only be taken out as a whole where there are none.
        var at = last - first + 1 == used.Count ? words[first].At.To(words[last].At) : words[first].At;
        var pattern = new ClaimPattern(
            kind is { } k ? names.Find(SearchField.Primitive, words[k].Text)?.Key ?? words[k].Text.ToLowerInvariant() : null,
            actor is { } a ? names.KeyOf(words[a].Text) : null, target is { } t ? names.KeyOf(words[t].Text) : null,
            direction is { } d ? FieldValues.Sign(words[d].Text) : null);
        return new(new(pattern, string.Join(' ', used.Order().Select(i => words[i].Text)), at), used);
    }

    private static int? Kind(ImmutableArray<TypedWord> words, SearchNames names)
    {
        for (var i = 0; i < words.Length; i++)
            if (words[i] is var word && IsOfClaim(word)
                && (word.Field == SearchField.Primitive
                || (word.IsPlain && word.Text.Contains('_') && names.Find(SearchField.Primitive, word.Text) is not null))) return i;
        return null;
    }

    private static int? Index(ImmutableArray<TypedWord> words, SearchField field, Func<string, bool>? isRead = null)
    {
        for (var i = 0; i < words.Length; i++)
            if (words[i].Field == field && IsOfClaim(words[i]) && isRead?.Invoke(words[i].Text) != false) return i;
        return null;
    }

    /// <summary>What must not be, or need not be, is a condition of its own.</summary>
    private static bool IsOfClaim(TypedWord word) => word is { IsExcluded: false, IsAlternative: false, IsNegated: false };
}
