using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Tests.Support;
using static VcrPortal.Web.Tests.Features.Review.ReviewWorld;

namespace VcrPortal.Web.Tests.Features.Review;

public class ReserveReviewTests
{
    [Fact]
    public async Task Reservations_OfManyAtOnce_AreNoMoreThanAreNeeded()
    {
        await using var portal = await QueuedAsync();
        var people = Enumerable.Range(0, 8).Select(i => Rea with { Key = $"r{i}" });
        var outcomes = await Task.WhenAll(people.Select(p => Task.Run(() => portal.Get<ReserveReview>().RunAsync(1, 1, p, default))));
        Assert.Equal(2, outcomes.OfType<ReserveOutcome.Reserved>().Count());
        Assert.All(
            outcomes.OfType<ReserveOutcome.Refused>(), r => Assert.Contains("Others have taken it", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reservation_ThatEnded_LeavesItsPlaceToOthersAndItsDraftToItsPerson()
    {
        var clock = new ManualClock();
        await using var portal = await QueuedAsync(clock);
        await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default);
        var draft = new ReviewDraft([AllHold[0]], "half a thought");
        Assert.Equal(clock.Now.AddMinutes(60), await portal.Get<SaveReviewDraft>().RunAsync(1, 1, draft, Rea, default));
        clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var person in new[] { Ron, Rio }) Assert.IsType<ReserveOutcome.Reserved>(
            await portal.Get<ReserveReview>().RunAsync(1, 1, person, default));

        // In the middle of it the place is gone: what is sent now is refused and kept.
        var whole = new ReviewDraft(AllHold, "the whole thought");
        await portal.Get<SaveReviewDraft>().RunAsync(1, 1, whole, Rea, default);
        Assert.Contains("kept", Assert.IsType<ReviewOutcome.Invalid>(
            await portal.Get<SubmitReview>().RunAsync(new(1, 1, AllHold), Rea, default)).Reason, StringComparison.Ordinal);
        var seen = await SeenByAsync(portal, Rea);
        Assert.Equal((false, "the whole thought", 4), (seen.IsReserved, seen.Draft.Note, seen.Draft.Answers.Length));

        await portal.Get<ReserveReview>().GiveBackAsync(1, 1, Rio, default);
        Assert.IsType<ReserveOutcome.Reserved>(await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default));
        Assert.Equal(4, (await SeenByAsync(portal, Rea)).Draft.Answers.Length);
    }

    [Fact]
    public async Task Draft_ThatIsKept_ProlongsTheReservation()
    {
        var clock = new ManualClock();
        await using var portal = await QueuedAsync(clock);
        await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default);
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(50));
            await portal.Get<SaveReviewDraft>().RunAsync(1, 1, new([AllHold[0]], null), Rea, default);
        }
        Assert.True((await SeenByAsync(portal, Rea)).IsReserved);
    }

    [Fact]
    public async Task Next_GivesWhatWasBegun_ThenWhatWaitsLongest_ThenNothing()
    {
        var clock = new ManualClock();
        await using var portal = await QueuedAsync(clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        await portal.SaveTraceAsync(Samples.Text);
        await portal.Get<EnqueueReviews>().RunAsync("VCT2", Eva, default);
        var next = portal.Get<TakeNext>();
        Assert.Equal((1, 1), await next.RunAsync(new(), Rea, default));
        Assert.Equal((1, 1), await next.RunAsync(new(), Rea, default));
        await JudgeAsync(portal, Rea, AllHold);
        Assert.Equal((2, 1), await next.RunAsync(new(), Rea, default));
        await JudgeAsync(portal, Rea, AllHold, trace: 2);
        Assert.Null(await next.RunAsync(new(), Rea, default));
    }

    [Fact]
    public async Task Queue_OrderedByWeight_BeginsWithWhatMostHangsOn()
    {
        await using var portal = await QueuedAsync();
        await portal.SaveTraceAsync(Samples.PrunedText);
        await portal.Get<EnqueueReviews>().RunAsync("VCT1 VCT2", Eva, default);
        var items = (await portal.Get<ListReviews>().RunAsync(new(Order: ReviewOrder.Weight), Rea, default))!.Items;
        Assert.Equal([(1, 2), (2, 1)], items.Select(i => (i.Trace, i.Weight)));
    }

    [Fact]
    public async Task Enqueue_OfASearch_PutsEachRevisionInOnce_AndPrivateOnesNever()
    {
        await using var portal = await QueuedAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await portal.SaveTraceAsync(Samples.Text, isPrivate: true, owner: "ana");
        var enqueue = portal.Get<EnqueueReviews>();
        Assert.Equal(new EnqueueOutcome.Queued(1, 1), await enqueue.RunAsync("binimetinib", Eva, default));
        Assert.Equal(new EnqueueOutcome.Queued(0, 2), await enqueue.RunAsync("binimetinib", Eva, default));
        Assert.IsType<EnqueueOutcome.Invalid>(await enqueue.RunAsync("VCT3", Eva, default));
        Assert.IsType<EnqueueOutcome.Invalid>(await enqueue.RunAsync(" ", Eva, default));
        Assert.IsType<EnqueueOutcome.NotAllowed>(await enqueue.RunAsync("VCT1", Rea, default));
    }
}
