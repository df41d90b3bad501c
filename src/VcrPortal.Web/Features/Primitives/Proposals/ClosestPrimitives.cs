using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Which primitives are nearest to words, so that nobody proposes what is there already.</summary>
public static class ClosestPrimitives
{
    private static readonly FrozenSet<string> Small =
        FrozenSet.Create(
            StringComparer.Ordinal, "a", "an", "and", "as", "by", "in", "is", "it", "its", "of", "one", "or", "that", "the", "to");

    /// <param name="words">A name, a definition, or whatever somebody looks for.</param>
    /// <returns>The nearest first, with how near (0 to 1: the share of words that both have); none that has no word in common.</returns>
    public static ImmutableArray<(ActionPrimitive Primitive, double Nearness)> To(
        string words, PrimitiveVocabulary vocabulary, int most = 5)
    {
        var wanted = WordsOf(words);
        return
        [
            .. (from primitive in vocabulary.Primitives
                let has = WordsOf($"{primitive.Name} {primitive.Definition} {string.Join(' ', primitive.Arguments.Select(a => a.Name))}")
                let shared = has.Count(wanted.Contains)
                where shared > 0
                let nearness = (double)shared / (wanted.Count + has.Count - shared)
                orderby nearness descending, primitive.Name
                select (primitive, nearness)).Take(most),
        ];
    }

    /// <summary>Words without their endings, roughly: bind, binds and binding are one.</summary>
    private static HashSet<string> WordsOf(string text) =>
    [
        .. text.ToLowerInvariant().Split([' ', '_', ',', '.', '(', ')', ';', ':', '"', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1 && !Small.Contains(w)).Select(Stem),
    ];

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["isation", "ising", "ises", "ing", "es", "ed", "s", "e"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }
}
