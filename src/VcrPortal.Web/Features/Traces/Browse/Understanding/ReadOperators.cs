using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>AND, OR and NOT, as other searches write them. All parts must hold, so that AND says nothing new; NOT is a minus; OR makes one
/// part of its two neighbours. "or" is one in any case: nobody looks for it.</summary>
internal static class ReadOperators
{
    /// <returns>The words without the operators, each marked with the one before it; and the operators that have nothing to stand
    /// before.</returns>
    public static (ImmutableArray<TypedWord> Words, ImmutableArray<string> Idle) From(ImmutableArray<TypedWord> typed)
    {
        var words = ImmutableArray.CreateBuilder<TypedWord>();
        var idle = ImmutableArray.CreateBuilder<string>();
        (TypedWord? or, TypedWord? not) = (null, null);
        foreach (var word in typed)
        {
            if (IsAnd(word)) continue;
            if (IsOr(word) && words.Count == 0) idle.Add(word.Text);
            else if (IsOr(word)) or = word;
            else if (IsNot(word)) not = word;
            else
            {
                words.Add(Marked(word, or is not null, not));
                (or, not) = (null, null);
            }
        }
        if (or is not null) idle.Add(or.Text);
        if (not is not null) idle.Add(not.Text);
        return (words.ToImmutable(), idle.ToImmutable());
    }

    private static TypedWord Marked(TypedWord word, bool isAlternative, TypedWord? not) => word with
    {
        IsAlternative = isAlternative,
        // Before plain words it is about the whole name that they begin: NOT lung cancer.
        IsNegated = not is not null && word.IsPlain,
        IsExcluded = word.IsExcluded || (not is not null && !word.IsPlain),
        At = not?.At.To(word.At) ?? word.At,
    };

    private static bool IsAnd(TypedWord word) => word.IsPlain && word.Text is "AND" or "&" or "&&";

    private static bool IsOr(TypedWord word) =>
        word.IsPlain && (word.Text.Equals("or", StringComparison.OrdinalIgnoreCase) || word.Text is "|" or "||");

    private static bool IsNot(TypedWord word) => word.IsPlain && word.Text == "NOT";
}
