using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>What a reviewer is given next.</summary>
public class NextReviewTests
{
    [Fact]
    public async Task Next_IsWhatWasBegun_ThenTheLongestWaiting_OrTheFirstInTheChosenOrder()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        foreach (var (text, at) in ((string[])[Samples.Text, Samples.PrunedText, Samples.Text]).Select((t, at) => (t, at)))
        {
            await portal.SaveTraceAsync(text);
            await portal.Get<EnqueueReviews>().RunAsync($"VCT{at + 1}", ReviewWorld.Eva, default);
            clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal((1, 1), await NextAsync(portal, ReviewOrder.Age));
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Ron, ReviewWorld.AllHold); // now it is in review, and still the oldest
        Assert.Equal((1, 1), await NextAsync(portal, ReviewOrder.Age));
        await using (var db = portal.Db())
        {
            db.Reviews.Update((await db.Reviews.FindAsync(3, 1))!).Entity.Weight = 99;
            await db.SaveChangesAsync();
        }
        Assert.Equal((3, 1), await NextAsync(portal, ReviewOrder.Weight));
        await portal.Get<ReserveReview>().RunAsync(2, 1, ReviewWorld.Rea, default);
        Assert.Equal((2, 1), await NextAsync(portal, ReviewOrder.Weight)); // begun
    }

    private static Task<(int Trace, int Revision)?> NextAsync(TestPortal portal, ReviewOrder order) =>
        portal.Get<ListReviews>().NextAsync(new(Order: order), ReviewWorld.Rea, default);
}
