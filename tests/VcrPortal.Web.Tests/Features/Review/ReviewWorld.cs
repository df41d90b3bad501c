using System.Collections.Immutable;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>A trace, VCT1, in the queue, and people who review it.</summary>
internal static class ReviewWorld
{
    public static readonly Caller Rea = new("rea", PortalRole.Reviewer);
    public static readonly Caller Ron = new("ron", PortalRole.Reviewer);
    public static readonly Caller Rio = new("rio", PortalRole.Reviewer);
    public static readonly Caller Eva = new("eva", PortalRole.Editor);

    public static async Task<TestPortal> QueuedAsync(TimeProvider? clock = null, string owner = "someone", string text = "")
    {
        var portal = await TestPortal.StartAsync(clock);
        await EnqueueAsync(portal, owner, text);
        return portal;
    }

    public static async Task EnqueueAsync(TestPortal portal, string owner = "someone", string text = "")
    {
        await portal.SaveTraceAsync(text.Length > 0 ? text : Samples.Text, owner);
        Assert.Equal(new EnqueueOutcome.Queued(1, 0), await portal.Get<EnqueueReviews>().RunAsync("VCT1", Eva, default));
    }

    /// <summary>One answer to each of n1 to n4, in that order.</summary>
    public static ImmutableArray<ClaimAnswer> Answers(params Answer[] answers) =>
    [
        .. answers.Select((answer, at) => new ClaimAnswer(
            $"n:n{at + 1}", answer, answer is Answer.DoesNotHold or Answer.HoldsInPart ? Disagreement.Direction : null)),
    ];

    public static readonly ImmutableArray<ClaimAnswer> AllHold = Answers(Answer.Holds, Answer.Holds, Answer.Holds, Answer.Holds);

    public static readonly ImmutableArray<ClaimAnswer> OneIsWrong =
        Answers(Answer.Holds, Answer.DoesNotHold, Answer.Holds, Answer.Holds);

    public static async Task<ReviewOutcome> JudgeAsync(
        TestPortal portal, Caller reviewer, ImmutableArray<ClaimAnswer> answers, string? note = null, int trace = 1)
    {
        await portal.Get<ReserveReview>().RunAsync(trace, 1, reviewer, default);
        return await portal.Get<SubmitReview>().RunAsync(new(trace, 1, answers, note), reviewer, default);
    }

    public static async Task<ReviewView> SeenByAsync(TestPortal portal, Caller caller) =>
        Assert.IsType<ReviewView>(await portal.Get<ReadReview>().RunAsync(1, 1, caller, default));

    public static async Task<ReviewRow> RowAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return db.Reviews.Single();
    }
}
