using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Tests.Features.Review;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of reviews.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> ReviewRuns => new()
    {
        [typeof(EnqueueReviews)] = async p => await ReviewWorld.EnqueueAsync(p),
        [typeof(ReserveReview)] = async p => await ReservedAsync(p),
        [typeof(ExportJudgements)] = async p =>
            Assert.NotNull(await p.Get<ExportJudgements>().RunAsync(null, "jsonl", ReviewWorld.Rea, default)),
        [typeof(StandAside)] = async p =>
        {
            await ReviewWorld.EnqueueAsync(p);
            await p.Get<StandAside>().RunAsync(1, 1, "I know its author.", ReviewWorld.Rea, default);
        },
        [typeof(TakeNext)] = async p =>
        {
            await ReviewWorld.EnqueueAsync(p);
            Assert.NotNull(await p.Get<TakeNext>().RunAsync(new(), ReviewWorld.Rea, default));
        },
        [typeof(SubmitReview)] = async p => await JudgedAsync(p),
        [typeof(ChangeJudgement)] = async p =>
        {
            await JudgedAsync(p);
            await p.Get<ChangeJudgement>().RunAsync(1, 1, new("n:n1", Answer.CannotTell), ReviewWorld.Rea, default);
        },
        [typeof(AdjudicateReview)] = async p =>
        {
            await JudgedAsync(p);
            await ReviewWorld.JudgeAsync(p, ReviewWorld.Ron, ReviewWorld.OneIsWrong);
            await p.Get<AdjudicateReview>().RunAsync(new(1, 1, [ReviewWorld.OneIsWrong[1]], false, "why"), ReviewWorld.Rio, default);
        },
        [typeof(RetractReview)] = async p =>
        {
            await JudgedAsync(p);
            await ReviewWorld.JudgeAsync(p, ReviewWorld.Ron, ReviewWorld.AllHold);
            await p.Get<RetractReview>().RunAsync(1, 1, "why", ReviewWorld.Eva, default);
        },
    };

    private static async Task ReservedAsync(TestPortal portal)
    {
        await ReviewWorld.EnqueueAsync(portal);
        await portal.Get<ReserveReview>().RunAsync(1, 1, ReviewWorld.Rea, default);
    }

    private static async Task JudgedAsync(TestPortal portal)
    {
        await ReviewWorld.EnqueueAsync(portal);
        Assert.IsType<ReviewOutcome.Stored>(await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.AllHold));
    }
}
