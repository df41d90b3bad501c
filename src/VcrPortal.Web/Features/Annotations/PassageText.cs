using System.Collections.Immutable;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>Passages in words.</summary>
internal static class PassageText
{
    public static ImmutableArray<PassageOpinion> Opinions { get; } = [.. Enum.GetValues<PassageOpinion>()];

    /// <summary>Beside its colour, and in exports.</summary>
    public static string For(PassageOpinion opinion) => opinion switch
    {
        PassageOpinion.Supports => "supports",
        PassageOpinion.Doubts => "doubts",
        _ => "question",
    };

    /// <summary>The opinion as a button says it.</summary>
    public static string Verb(PassageOpinion opinion) => opinion switch
    {
        PassageOpinion.Supports => "Support",
        PassageOpinion.Doubts => "Doubt",
        _ => "Question",
    };

    public static string CssClass(PassageOpinion opinion) => "m-" + For(opinion);

    /// <summary>The class for what is marked and said: the most telling word gives a passage its colour.</summary>
    public static string CssClass(PassageView passage) =>
        passage.Marks.IsEmpty ? "m-comment" : CssClass(passage.Marks.Max(m => m.Opinion));

    /// <summary>"2 doubts, 1 question, 3 comments".</summary>
    public static string Counts(PassageView passage, int comments)
    {
        var parts = passage.Marks.CountBy(m => m.Opinion).OrderBy(c => c.Key)
            .Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Value} {Noun(c.Key, c.Value)}"));
        if (comments > 0) parts = parts.Append(comments == 1 ? "1 comment" : $"{comments} comments");
        return string.Join(", ", parts);
    }

    /// <summary>“MEK falls”.</summary>
    public static string Quoted(PassageView passage, int length = 80) => $"“{passage.Quote.Exact.ReplaceLineEndings(" ").Fit(length)}”";

    private static string Noun(PassageOpinion opinion, int count) => opinion switch
    {
        PassageOpinion.Supports => count == 1 ? "support" : "supports",
        PassageOpinion.Doubts => count == 1 ? "doubt" : "doubts",
        _ => count == 1 ? "question" : "questions",
    };
}
