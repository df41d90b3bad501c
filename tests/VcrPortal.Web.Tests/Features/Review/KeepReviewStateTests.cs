using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;
using static VcrPortal.Web.Tests.Features.Review.ReviewWorld;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>A list says where the review of the latest revision stands, after each verb.</summary>
public class KeepReviewStateTests
{
    [Fact]
    public async Task Trace_IsUnreviewedUntilSomebodyHasJudged_ThenInReview_ThenAccepted_AndRetracted()
    {
        await using var portal = await QueuedAsync();
        Assert.Equal(ReviewState.Unreviewed, await StateAsync(portal));
        await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default);
        Assert.Equal(ReviewState.Unreviewed, await StateAsync(portal));
        await JudgeAsync(portal, Rea, AllHold);
        Assert.Equal(ReviewState.InReview, await StateAsync(portal));
        await JudgeAsync(portal, Ron, AllHold);
        Assert.Equal(ReviewState.Accepted, await StateAsync(portal));
        Assert.Equal((1, 0), (await FoundAsync(portal, "review:accepted"), await FoundAsync(portal, "review:unreviewed")));
        await portal.Get<RetractReview>().RunAsync(1, 1, "The table was withdrawn.", Eva, default);
        Assert.Equal(ReviewState.Retracted, await StateAsync(portal));
    }

    [Fact]
    public async Task WhereReviewersDiffer_ItIsDisputed_UntilAThirdSettlesIt()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, AllHold);
        await JudgeAsync(portal, Ron, OneIsWrong);
        Assert.Equal(ReviewState.Disputed, await StateAsync(portal));
        await portal.Get<AdjudicateReview>().RunAsync(new(1, 1, [OneIsWrong[1]], false, "It is measured."), Rio, default);
        Assert.Equal(ReviewState.Rejected, await StateAsync(portal));
    }

    [Fact]
    public async Task ANewRevision_IsUnreviewed_AndWhatIsSaidOfTheOldOne_ChangesNothing()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, AllHold);
        await JudgeAsync(portal, Ron, AllHold);
        Assert.IsType<ReviseOutcome.Revised>(
            await portal.Get<ReviseTrace>().RunAsync(new(1, 1, Samples.PrunedText, "DUSP6 is refuted."), Rea, default));
        Assert.Equal(ReviewState.Unreviewed, await StateAsync(portal));
        await portal.Get<RetractReview>().RunAsync(1, 1, "The table was withdrawn.", Eva, default);
        Assert.Equal(ReviewState.Unreviewed, await StateAsync(portal));
    }

    private static async Task<ReviewState> StateAsync(TestPortal portal) => (await portal.TraceAsync(1)).Review;

    private static async Task<int> FoundAsync(TestPortal portal, string typed) =>
        (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(typed, WithTooLittle: true), Samples.Anybody, default)).Total;
}
