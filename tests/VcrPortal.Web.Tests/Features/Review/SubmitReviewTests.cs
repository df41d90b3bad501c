using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Traces;
using static VcrPortal.Web.Tests.Features.Review.ReviewWorld;

namespace VcrPortal.Web.Tests.Features.Review;

public class SubmitReviewTests
{
    [Fact]
    public async Task Review_WhenTwoAgreeThatAllHolds_IsAccepted()
    {
        await using var portal = await QueuedAsync();
        Assert.Equal(new ReviewOutcome.Stored(ReviewState.InReview), await JudgeAsync(portal, Rea, AllHold));
        Assert.Equal(new ReviewOutcome.Stored(ReviewState.Accepted), await JudgeAsync(portal, Ron, AllHold));
        Assert.Equal("2 reviewers agree on all 4 claims; none is wrong.", (await RowAsync(portal)).Reason);
    }

    [Fact]
    public async Task Review_WhenTwoAgreeThatAClaimIsWrong_IsRejectedAndNamesIt()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, OneIsWrong);
        Assert.Equal(new ReviewOutcome.Stored(ReviewState.Rejected), await JudgeAsync(portal, Ron, OneIsWrong));
        Assert.Contains("n2 does not hold", (await RowAsync(portal)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_WhenTwoDiffer_IsSettledByAThirdAndByNoneOfThem()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, AllHold);
        Assert.Equal(new ReviewOutcome.Stored(ReviewState.Disputed), await JudgeAsync(portal, Ron, OneIsWrong));
        Assert.Equal(1, (await RowAsync(portal)).Differing);

        var settled = new NewAdjudication(1, 1, [OneIsWrong[1]], false, "The direction is measured.");
        Assert.IsType<ReviewOutcome.Invalid>(await portal.Get<AdjudicateReview>().RunAsync(settled, Ron, default));
        Assert.IsType<ReviewOutcome.Invalid>(
            await portal.Get<AdjudicateReview>().RunAsync(settled with { Answers = [] }, Rio, default)); // the claim is left open
        Assert.Equal(
            new ReviewOutcome.Stored(ReviewState.Rejected), await portal.Get<AdjudicateReview>().RunAsync(settled, Rio, default));
        Assert.Equal(
            new ReviewOutcome.Stored(ReviewState.Rejected), await portal.Get<AdjudicateReview>().RunAsync(settled, Rio, default)); // twice
        var row = await RowAsync(portal);
        Assert.Equal((ReviewState.Rejected, "rio", "The direction is measured."), (row.State, row.DecidedBy, row.Reason));
    }

    [Fact]
    public async Task Adjudication_ByTwoAtOnce_IsOne_AndTheSecondIsTold()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, AllHold);
        await JudgeAsync(portal, Ron, OneIsWrong);
        var outcomes = await Task.WhenAll(((Caller[])[Rio, Eva]).Select(person => Task.Run(() => portal.Get<AdjudicateReview>().RunAsync(
            new(1, 1, [OneIsWrong[1]], person == Rio, $"Said by {person.Key}."), person, default))));
        Assert.Single(outcomes.OfType<ReviewOutcome.Stored>());
        Assert.Contains("settled already", Assert.Single(outcomes.OfType<ReviewOutcome.Invalid>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judgements_SentManyTimesAtOnce_AreStoredOnce()
    {
        await using var portal = await QueuedAsync();
        await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => portal.Get<SubmitReview>().RunAsync(new(1, 1, AllHold), Rea, default))));
        Assert.All(outcomes, o => Assert.IsType<ReviewOutcome.Stored>(o));
        await using var db = portal.Db();
        Assert.Equal(4, await db.Judgements.CountAsync());
        Assert.Single(db.History.Where(h => h.Operation == nameof(Operation.SubmitReview)));
    }

    [Fact]
    public async Task Judgement_ChangedAfterTheReveal_IsKeptBesideTheBlindOne_AndTakenBackByTheSame()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, AllHold);
        var later = new ClaimAnswer("n:n2", Answer.CannotTell, Note: "The other note made me doubt.");
        Assert.IsType<ReviewOutcome.Stored>(await portal.Get<ChangeJudgement>().RunAsync(1, 1, later, Rea, default));
        Assert.IsType<ReviewOutcome.Stored>(await portal.Get<ChangeJudgement>().RunAsync(1, 1, later, Rea, default)); // sent twice
        await using var db = portal.Db();
        Assert.Equal(
            [(JudgementStep.Blind, Answer.Holds), (JudgementStep.Later, Answer.CannotTell)],
            (await db.Judgements.Where(j => j.Claim == "n:n2").ToListAsync()).OrderBy(j => j.Step).Select(j => (j.Step, j.Answer)));
        Assert.Equal(2, await db.History.CountAsync(h => h.Operation == nameof(Operation.SubmitReview)));

        await portal.Get<ChangeJudgement>().RunAsync(1, 1, AllHold[1], Rea, default);
        Assert.Equal(JudgementStep.Blind, Assert.Single(await db.Judgements.Where(j => j.Claim == "n:n2").ToListAsync()).Step);
        // What agreement counts is the blind one, whatever was changed.
        Assert.Equal(new ReviewOutcome.Stored(ReviewState.Accepted), await JudgeAsync(portal, Ron, AllHold));
    }

    [Theory]
    [InlineData("missing", "1 of 4 claims")]
    [InlineData("reason", "n2: say what is wrong")]
    [InlineData("other", "n2: say in 10 characters")]
    [InlineData("claim", "no such claim")]
    public async Task Judgements_ThatAreNotWhole_AreRefusedWithASentenceThatSaysWhere(string fault, string sentence)
    {
        await using var portal = await QueuedAsync();
        var answers = fault switch
        {
            "missing" => [.. AllHold[..3]],
            "reason" => AllHold.SetItem(1, new("n:n2", Answer.DoesNotHold)),
            "other" => AllHold.SetItem(1, new("n:n2", Answer.DoesNotHold, Disagreement.Other, "short")),
            _ => AllHold.Add(new("n:n99", Answer.Holds)),
        };
        Assert.Contains(sentence, Assert.IsType<ReviewOutcome.Invalid>(await JudgeAsync(portal, Rea, answers)).Reason,
            StringComparison.Ordinal);
        await using var db = portal.Db();
        Assert.Empty(db.Judgements);
    }

    [Fact]
    public async Task NobodyReviewsTheirOwn_NeitherTheTraceNorTheRevision()
    {
        await using var portal = await QueuedAsync(owner: Rea.Key);
        Assert.Contains(
            "launched", Assert.IsType<ReserveOutcome.Refused>(await portal.Get<ReserveReview>().RunAsync(1, 1, Rea, default)).Reason,
            StringComparison.Ordinal);
        await using var db = portal.Db();
        await db.TraceRevisions.ExecuteUpdateAsync(s => s.SetProperty(r => r.AuthorKey, Ron.Key));
        Assert.Contains(
            "wrote", Assert.IsType<ReserveOutcome.Refused>(await portal.Get<ReserveReview>().RunAsync(1, 1, Ron, default)).Reason,
            StringComparison.Ordinal);
        Assert.IsType<ReviewOutcome.Invalid>(await portal.Get<SubmitReview>().RunAsync(new(1, 1, AllHold), Ron, default));
        Assert.Empty((await portal.Get<ListReviews>().RunAsync(new(), Ron, default))!.Items);
    }

    [Fact]
    public async Task ARetractedReview_SaysWhyAndByWhom_AndKeepsItsJudgements()
    {
        await using var portal = await QueuedAsync();
        Assert.IsType<ReviewOutcome.Invalid>(await portal.Get<RetractReview>().RunAsync(1, 1, "early", Eva, default));
        await JudgeAsync(portal, Rea, AllHold);
        await JudgeAsync(portal, Ron, AllHold);
        Assert.IsType<ReviewOutcome.NotAllowed>(await portal.Get<RetractReview>().RunAsync(1, 1, "x", Rio, default));
        Assert.Equal(
            new ReviewOutcome.Stored(ReviewState.Retracted),
            await portal.Get<RetractReview>().RunAsync(1, 1, "The paper is gone.", Eva, default));
        var seen = await SeenByAsync(portal, Rea);
        Assert.Equal((ReviewState.Retracted, "The paper is gone."), (seen.State, seen.Reason));
        Assert.Equal(8, seen.Reveal!.Judgements.Length);
    }
}
