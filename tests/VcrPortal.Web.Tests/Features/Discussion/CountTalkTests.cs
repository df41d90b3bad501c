using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion;

/// <summary>What a list says of the talk on a trace is what stands there, after each verb.</summary>
public class CountTalkTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Subject.Node Claim = new(new("n1"));

    [Fact]
    public async Task Votes_AreCountedOncePerPersonAndSubject_AndWithdrawn_NoMore()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.Up);
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.Up); // sent twice
        Assert.Equal((1, VoteBand.Few, 0, 1), await VotesAsync(portal));
        await VoteAsync(portal, Samples.Bob, Claim, Opinion.Down);
        Assert.Equal((2, VoteBand.Few, 0, 2), await VotesAsync(portal)); // one against one
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.Down); // changes her mind
        Assert.Equal((2, VoteBand.Few, 2, 2), await VotesAsync(portal));
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.None);
        await VoteAsync(portal, Samples.Bob, Claim, Opinion.None);
        Assert.Equal((0, VoteBand.None, 0, 0), await VotesAsync(portal));
    }

    [Fact]
    public async Task FiveVotes_AreMany()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        for (var person = 0; person < 5; person++)
        {
            Assert.Equal(person == 0 ? VoteBand.None : VoteBand.Few, (await VotesAsync(portal)).Band);
            await VoteAsync(portal, new($"p{person}", PortalRole.Contributor), Subject.Trace, Opinion.Up);
        }
        Assert.Equal((5, VoteBand.Many, 0, 5), await VotesAsync(portal));
    }

    [Fact]
    public async Task Comments_AreThoseThatCanBeRead_NeitherDeletedNorHeldBack()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.Equal((0, 0), await CommentsAsync(portal));
        var first = await SayAsync(portal, Samples.Ana, "Why?");
        var second = await SayAsync(portal, Samples.Bob, "Because.", first);
        Assert.Equal((2, 2), await CommentsAsync(portal));
        await portal.Get<EditComment>().RunAsync(first, 1, "Why MEK?", Samples.Ana, default);
        Assert.Equal((2, 2), await CommentsAsync(portal));
        await HoldBackAsync(portal, second, Now);
        Assert.Equal((1, 1), await CommentsAsync(portal));
        await HoldBackAsync(portal, second, null);
        Assert.Equal((2, 2), await CommentsAsync(portal));
        await portal.Get<DeleteComment>().RunAsync(first, Samples.Ana, default);
        await portal.Get<DeleteComment>().RunAsync(first, Samples.Ana, default); // twice is once
        Assert.Equal((1, 1), await CommentsAsync(portal));
        Assert.Equal(1, await FoundAsync(portal, "comments:some"));
    }

    [Fact]
    public async Task AFlagThatIsUpheld_TakesTheCommentOut_AndTakenBack_PutsItIn()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var comment = await SayAsync(portal, Samples.Ana, "Her name is Jane Roe.");
        var flag = Assert.IsType<FlagOutcome.Flagged>(await portal.Get<FlagContent>().RunAsync(
            new(FlagKind.Comment, comment, FlagReason.PersonalData), Samples.Bob, default)).Number;
        var moderator = new Caller("eve", PortalRole.Editor);
        await portal.Get<DecideFlag>().RunAsync(new(flag, FlagState.Upheld, FlagState.Open, "It names her."), moderator, default);
        Assert.Equal((0, 1), (await FoundAsync(portal, "comments:some"), await FoundAsync(portal, "comments:none")));
        await portal.Get<DecideFlag>().RunAsync(new(flag, FlagState.Open, FlagState.Upheld, "It does not."), moderator, default);
        Assert.Equal((1, 0), (await FoundAsync(portal, "comments:some"), await FoundAsync(portal, "comments:none")));
    }

    [Fact]
    public async Task WhoLeaves_TakesTheirVotesAndCommentsAlong()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.Up);
        await VoteAsync(portal, Samples.Bob, Subject.Trace, Opinion.Down);
        await SayAsync(portal, Samples.Ana, "Why?");
        await SayAsync(portal, Samples.Bob, "Because.");
        await using (var db = portal.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await WithdrawVotesOf.RunAsync(db, Samples.Ana.Key, default);
            await DeleteCommentsOf.RunAsync(db, Samples.Ana.Key, Now, default);
            await transaction.CommitAsync();
        }
        Assert.Equal((1, VoteBand.Few, 1, 2), await VotesAsync(portal));
        Assert.Equal((1, 2), await CommentsAsync(portal));
    }

    [Fact]
    public async Task MostDiscussed_IsWhatMostIsSaidOf_NotWhatWasSaidAndTakenBack()
    {
        await using var portal = await TestPortal.StartAsync();
        for (var made = 0; made < 3; made++) await portal.SaveTraceAsync(Samples.Text, $"v{made}");
        for (var again = 0; again < 3; again++)
            foreach (var opinion in (Opinion[])[Opinion.Up, Opinion.None]) await VoteAsync(portal, Samples.Ana, Subject.Trace, opinion);
        await SayAsync(portal, Samples.Ana, "Why?", trace: 2);
        await VoteAsync(portal, Samples.Ana, Subject.Trace, Opinion.Up, trace: 2);
        await SayAsync(portal, Samples.Ana, "Why?", trace: 3);
        var found = await portal.Get<SearchTraces>().RunAsync(
            new TraceQuery(WithTooLittle: true, Sort: TraceSort.Discussed), Samples.Anybody, default);
        Assert.Equal([2, 3, 1], found.Items.Select(i => i.Number));
    }

    private static async Task VoteAsync(TestPortal portal, Caller caller, Subject about, Opinion opinion, int trace = 1) =>
        Assert.IsType<VoteOutcome.Cast>(await portal.Get<CastVote>().RunAsync(
            new(trace, 1, about, opinion, opinion == Opinion.Down ? Disagreement.Direction : null), caller, default));

    private static async Task<int> SayAsync(TestPortal portal, Caller caller, string text, int? replyTo = null, int trace = 1) =>
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, text, replyTo), caller, default)).Number;

    private static async Task HoldBackAsync(TestPortal portal, int comment, DateTime? since)
    {
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await HoldBackComment.RunAsync(db, 1, comment, since, default);
        await transaction.CommitAsync();
    }

    private static async Task<(int Votes, VoteBand Band, int Opposed, int Talked)> VotesAsync(TestPortal portal) =>
        await portal.TraceAsync(1) is var trace ? (trace.Votes, trace.Voted, trace.Opposed, trace.Talked) : default;

    private static async Task<(int Comments, int Talked)> CommentsAsync(TestPortal portal)
    {
        var trace = await portal.TraceAsync(1);
        Assert.Equal(trace.Comments > 0 ? CommentBand.Some : CommentBand.None, trace.Commented);
        return (trace.Comments, trace.Talked);
    }

    private static async Task<int> FoundAsync(TestPortal portal, string typed) =>
        (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(typed, WithTooLittle: true), Samples.Anybody, default)).Total;
}
