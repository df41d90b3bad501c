using System.Collections.Frozen;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <summary>Which categories of a graph are folded, as an address says it: <c>all</c>, <c>none</c>, or their words, separated by
/// commas.</summary>
public static class FoldChoice
{
    public const string None = "none";
    public const string All = "all";

    /// <param name="said">What the address says; words that no category has are passed over.</param>
    /// <param name="claims">Claims of the graph: many of them are folded without being asked.</param>
    public static FrozenSet<PrimitiveCategory> Read(string? said, int claims) => said switch
    {
        null when claims <= FoldClaims.OpenUpTo => [],
        null or All => PrimitiveCategories.All.ToFrozenSet(),
        _ => PrimitiveCategories.All.Where(c => said.Split(',').Contains(Word(c), StringComparer.OrdinalIgnoreCase)).ToFrozenSet(),
    };

    /// <summary>The choice with one category more, or less where it is folded already.</summary>
    public static string Toggle(IReadOnlySet<PrimitiveCategory> folded, PrimitiveCategory category)
    {
        var left = PrimitiveCategories.All.Where(c => folded.Contains(c) != (c == category)).Select(Word).ToList();
        return left.Count == 0 ? None : string.Join(',', left);
    }

    private static string Word(PrimitiveCategory category) => PrimitiveCategories.Word(category).ToLowerInvariant().Replace(' ', '-');
}
