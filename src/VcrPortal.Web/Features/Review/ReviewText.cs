using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review;

/// <summary>Reviews in words.</summary>
internal static class ReviewText
{
    public static string For(ReviewState state) => state switch
    {
        ReviewState.Unreviewed => "unreviewed",
        ReviewState.InReview => "in review",
        ReviewState.Accepted => "accepted",
        ReviewState.Disputed => "reviewers differ",
        ReviewState.Rejected => "rejected",
        _ => "retracted",
    };

    public static string For(ReviewShow show) => show switch
    {
        ReviewShow.Open => "To judge",
        ReviewShow.Mine => "Begun by me",
        ReviewShow.Judged => "Judged by me",
        ReviewShow.Disputed => "To settle",
        _ => "Decided",
    };

    public static string For(ReviewOrder order) => order switch
    {
        ReviewOrder.Weight => "what hangs on one claim",
        ReviewOrder.Disagreement => "disagreement",
        _ => "longest waiting",
    };

    public static string For(JudgementStep step) => step switch
    {
        JudgementStep.Later => "after the reveal",
        JudgementStep.Adjudication => "settled",
        _ => "blind",
    };

    /// <summary>"Does not hold: wrong direction. 3 of 5 genes need p53."</summary>
    public static string Say(Answer answer, Disagreement? reason, string? note) =>
        Rubric.Word(answer) + (reason is { } why ? $": {VoteText.For(why)}" : "") + (note is null ? "" : $". {note}");

    /// <summary>What of a trace hangs on one claim.</summary>
    public static string Weight(int weight) => weight switch
    {
        0 => "no conclusion rests on one claim",
        1 => "1 conclusion rests on one claim",
        _ => $"{weight} conclusions rest on one claim",
    };
}
