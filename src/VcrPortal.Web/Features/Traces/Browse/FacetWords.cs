using System.Globalization;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>What people made of a trace, in the words of its line in a list.</summary>
internal static class FacetWords
{
    public static string Review(ReviewState state) =>
        ClosedFacet.Review.Find(state == ReviewState.InReview ? "in-review" : state.ToString())!.Label;

    /// <summary>"3 comments, 1 vote"; empty where nobody said anything.</summary>
    public static string Talk(int comments, int votes) =>
        string.Join(", ", new[] { Count(comments, "comment"), Count(votes, "vote") }.Where(said => said.Length > 0));

    private static string Count(int count, string what) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
