using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion.Votes;

public class VoteTests
{
    private static readonly Subject N2 = new Subject.Node(new NodeId("n2"));

    [Fact]
    public async Task Vote_FiftyTimesAtOnce_CountsOnce()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => portal.Get<CastVote>().RunAsync(new(1, 1, Subject.Trace, Opinion.Up), Samples.Ana, default))));
        Assert.All(outcomes, o => Assert.IsType<VoteOutcome.Cast>(o));
        Assert.Equal((1, 0), Counts((await SaidAsync(portal)).Whole));
        Assert.Equal(Opinion.Up, await MineAsync(portal, Subject.Trace));
        await using var db = portal.Db();
        // Sent again it changes nothing, so nothing is written down.
        Assert.Single(db.History.Where(h => h.Operation == nameof(Operation.Vote)));
    }

    [Fact]
    public async Task Vote_FiftyTimesAtOnceOnAClaim_CountsOnce()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            portal.Get<CastVote>()
                .RunAsync(new(1, 1, N2, i % 2 == 0 ? Opinion.Up : Opinion.Down, Disagreement.Direction), Samples.Ana, default))));
        var counts = (await SaidAsync(portal)).VotesOn(N2);
        Assert.Equal(1, counts.Up + counts.Down);
    }

    [Fact]
    public async Task Vote_ChangedAndWithdrawn_IsTheLast()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await CastAsync(portal, Subject.Trace, Opinion.Up);
        await CastAsync(portal, Subject.Trace, Opinion.Down);
        await CastAsync(portal, Subject.Trace, Opinion.Up, Samples.Bob);
        Assert.Equal((1, 1), Counts((await SaidAsync(portal)).Whole));

        for (var i = 0; i < 2; i++) await CastAsync(portal, Subject.Trace, Opinion.None);
        Assert.Equal((1, 0), Counts((await SaidAsync(portal)).Whole));
        Assert.Equal(Opinion.None, await MineAsync(portal, Subject.Trace));
    }

    [Fact]
    public async Task Vote_OnAClaim_IsAVectorWithReasons()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await CastAsync(portal, N2, Opinion.Down, reason: Disagreement.Direction);
        await CastAsync(portal, N2, Opinion.Down, Samples.Bob, Disagreement.Direction);
        await CastAsync(portal, N2, Opinion.Down, new("eve", PortalRole.Contributor), Disagreement.Other, "measured in another line");
        await CastAsync(portal, N2, Opinion.Up, new("dan", PortalRole.Contributor));
        var counts = (await SaidAsync(portal)).VotesOn(N2);
        Assert.Equal((1, 3), Counts(counts));
        Assert.Equal([(Disagreement.Direction, 2), (Disagreement.Other, 1)], counts.Reasons.Select(r => (r.Key, r.Value)));
        Assert.Equal((0, 0), Counts((await SaidAsync(portal)).Whole));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Disagreement.Other, null)]
    [InlineData(Disagreement.Other, "too short")]
    [InlineData((Disagreement)99, null)]
    public async Task Vote_AgainstAClaimWithoutAReason_IsRefusedWithASentence(Disagreement? reason, string? note)
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var outcome = await portal.Get<CastVote>().RunAsync(new(1, 1, N2, Opinion.Down, reason, note), Samples.Ana, default);
        Assert.NotEmpty(Assert.IsType<VoteOutcome.Invalid>(outcome).Reason);
    }

    [Fact]
    public async Task Vote_OnWhatIsNot_IsRefused()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.IsType<VoteOutcome.NoSuchTrace>(
            await portal.Get<CastVote>().RunAsync(new(404, 1, Subject.Trace, Opinion.Up), Samples.Ana, default));
        Assert.IsType<VoteOutcome.NoSuchTrace>(
            await portal.Get<CastVote>().RunAsync(new(1, 404, Subject.Trace, Opinion.Up), Samples.Ana, default));
        Assert.IsType<VoteOutcome.Invalid>(
            await portal.Get<CastVote>().RunAsync(new(1, 1, new Subject.Node(new NodeId("n99")), Opinion.Up), Samples.Ana, default));
        Assert.IsType<VoteOutcome.Invalid>(
            await portal.Get<CastVote>().RunAsync(new(1, 1, new Subject.Evidence(1), Opinion.Up), Samples.Ana, default));
    }

    [Fact]
    public async Task Vote_OnceCast_SaysWhatItsPersonNowThinks()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        foreach (var (vote, mine) in ((NewVote, OwnVote)[])[
            (new(1, 1, N2, Opinion.Down, Disagreement.Other, " measured in another line "),
                new(Opinion.Down, Disagreement.Other, "measured in another line")),
            (new(1, 1, N2, Opinion.Up, Disagreement.Other, "of no use here"), new(Opinion.Up, null, null)),
            (new(1, 1, N2, Opinion.None), OwnVote.None)])
        {
            var outcome = await portal.Get<CastVote>().RunAsync(vote, Samples.Ana, default);
            Assert.Equal(mine, Assert.IsType<VoteOutcome.Cast>(outcome).Mine);
            var read = await portal.Get<ReadDiscussion>().OwnVotesAsync(1, 1, Samples.Ana, default);
            Assert.Equal(mine, read.GetValueOrDefault(N2, OwnVote.None));
        }
    }

    [Fact]
    public async Task Vote_OfSomebodyWhoMayNotSeeTheTrace_LocksNothing()
    {
        var written = new WriteCounter();
        await using var portal = await TestPortal.StartAsync(interceptor: written);
        var trace = await portal.SaveTraceAsync(Samples.Text, owner: Samples.Ana.Key, isPrivate: true);
        written.Writes = 0;
        Assert.IsType<VoteOutcome.NoSuchTrace>(
            await portal.Get<CastVote>().RunAsync(new(trace, 1, Subject.Trace, Opinion.Up), Samples.Bob, default));
        Assert.Equal(0, written.Writes);
        Assert.IsType<VoteOutcome.Cast>(
            await portal.Get<CastVote>().RunAsync(new(trace, 1, Subject.Trace, Opinion.Up), Samples.Ana, default));
        Assert.NotEqual(0, written.Writes);
    }

    /// <summary>Counts the statements that lock a row.</summary>
    private sealed class WriteCounter : DbCommandInterceptor
    {
        public int Writes { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Writes++;
            return new(result);
        }
    }

    private static (int, int) Counts(VoteCounts counts) => (counts.Up, counts.Down);

    private static async Task<DiscussionView> SaidAsync(TestPortal portal) =>
        (await portal.Get<ReadDiscussion>().RunAsync(1, 1, Samples.Anybody, default))!;

    private static async Task<Opinion> MineAsync(TestPortal portal, Subject subject) =>
        (await portal.Get<ReadDiscussion>().OwnVotesAsync(1, 1, Samples.Ana, default)).GetValueOrDefault(subject, OwnVote.None).Opinion;

    private static async Task CastAsync(
        TestPortal portal, Subject about, Opinion opinion, Caller? caller = null, Disagreement? reason = null, string? note = null) =>
        Assert.IsType<VoteOutcome.Cast>(
            await portal.Get<CastVote>().RunAsync(new(1, 1, about, opinion, reason, note), caller ?? Samples.Ana, default));
}
