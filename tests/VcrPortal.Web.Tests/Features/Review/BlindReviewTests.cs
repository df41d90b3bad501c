using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>Two worlds that differ only in what is held back from a reviewer look the same to that reviewer, byte for byte; and differ once
/// the reviewer has judged.</summary>
public partial class BlindReviewTests
{
    private static readonly string[] Pages =
    [
        PortalUrls.Reviews, PortalUrls.Reviews + "?order=Disagreement", PortalUrls.Reviews + "?order=Weight&q=binimetinib",
        PortalUrls.Reviews + "?show=Mine", PortalUrls.Reviews + "?show=Disputed", PortalUrls.Reviews + "?show=Decided",
        PortalUrls.Review(1, 1), PortalUrls.Agreement,
        // Outside of the review: lists with their counts and orders, the trace, its job, what people said, sums over all traces.
        "/", "/traces", "/traces?sort=Disputed", "/traces?sort=Discussed", "/traces?sort=Supported", "/traces?q=verdict:supported",
        "/traces?q=-verdict:supported", "/traces/feed.atom", "/t/VCT1", "/t/VCT1@1", "/jobs", "/jobs/1", "/inbox", "/primitives",
        "/primitives/binds_to", "/u/ann", "/u/ann?show=comments", "/u/rea", "/compounds/Binimetinib", "/claims?target=MAP2K1",
    ];

    /// <summary>The addresses of the trace itself, which are not there, whatever was said.</summary>
    private static readonly string[] Missing =
    [
        PortalUrls.Feed(1), "/t/VCT1/news", "/t/VCT1/people", PortalUrls.TraceAnnotations(1, "jsonl"),
        PortalUrls.TraceAnnotations(1, "jsonld"), PortalUrls.TraceReport(1, 1), PortalUrls.TraceExport(1, 1, "json"),
        PortalUrls.TraceHistory(1), PortalUrls.Suggestions(1), PortalUrls.Cite(1, 1), PortalUrls.Revise(1),
        "/embed/t/VCT1", "/t/VCT1/graph.png", "/t/VCT1@1/graph.png",
    ];

    [Fact]
    public async Task TwoWorlds_ThatDifferInHiddenJudgements_AreTheSameToABlindReviewer()
    {
        await using var one = await World.MakeAsync(ReviewWorld.AllHold, null, Opinion.Up);
        await using var other = await World.MakeAsync(ReviewWorld.OneIsWrong, "Look at n2 again.", Opinion.Down);
        await using var empty = await World.MakeAsync([], null, Opinion.None);
        foreach (var page in Pages)
        {
            var seen = await one.SeenByRonAsync(page);
            Assert.Equal(seen, await other.SeenByRonAsync(page));
            Assert.Equal(seen, await empty.SeenByRonAsync(page)); // nor does it show that somebody has judged at all
        }
        foreach (var page in Missing)
            Assert.Equal(HttpStatusCode.NotFound, (await one.Client.GetAsync(page)).StatusCode);
        Assert.Contains("data-testid=\"judge-first\"", await one.SeenByRonAsync("/t/VCT1"), StringComparison.Ordinal);
        Assert.Contains("data-testid=\"held-back\"", await one.SeenByRonAsync("/traces"), StringComparison.Ordinal);
        Assert.Contains("data-claim", await one.SeenByRonAsync(PortalUrls.Review(1, 1)), StringComparison.Ordinal);

        // The same judgement in both; only now do the worlds differ.
        foreach (var world in new[] { one, other }) Assert.IsType<ReviewOutcome.Stored>(
            await world.Portal.Get<SubmitReview>().RunAsync(new(1, 1, ReviewWorld.AllHold), world.Ron, default));
        var revealed = await other.SeenByRonAsync(PortalUrls.Review(1, 1));
        Assert.NotEqual(await one.SeenByRonAsync(PortalUrls.Review(1, 1)), revealed);
        Assert.Contains("Look at n2 again.", revealed, StringComparison.Ordinal);
        Assert.Contains("wrong direction", revealed, StringComparison.Ordinal);
        Assert.Contains("Look at n2 again.", await other.SeenByRonAsync("/t/VCT1/feed.atom"), StringComparison.Ordinal);
        foreach (var page in Missing)
            Assert.True((await one.Client.GetAsync(page)).StatusCode == HttpStatusCode.OK, page);
    }

    [Fact]
    public async Task LiveFollowers_GetNothingOfWhatIsHeldBack()
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.OneIsWrong);
        Assert.Empty(await FirstAsync(portal.Get<FollowDiscussion>().RunAsync(1, 1, ReviewWorld.Ron, default)));
        Assert.Empty(await FirstAsync(portal.Get<FollowJob>().RunAsync(1, ReviewWorld.Ron, default)));
        Assert.Empty(await FirstAsync(portal.Get<FollowLog>().RunAsync(1, 0, ReviewWorld.Ron, default)));
        foreach (var person in new[] { ReviewWorld.Rea, Samples.Ana, Samples.Anybody })
            Assert.Single(await FirstAsync(portal.Get<FollowDiscussion>().RunAsync(1, 1, person, default)));
    }

    [Fact]
    public async Task WhoStandsAside_SeesAllOfIt_AndJudgesItNever()
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.OneIsWrong);
        var aside = portal.Get<StandAside>();
        Assert.IsType<ReserveOutcome.Refused>(await aside.RunAsync(1, 1, " ", ReviewWorld.Ron, default));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(1, null, ReviewWorld.Ron, default));
        Assert.IsType<ReserveOutcome.GivenBack>(await aside.RunAsync(1, 1, "I work with its author.", ReviewWorld.Ron, default));
        Assert.NotNull(await portal.Get<ReadTrace>().RunAsync(1, null, ReviewWorld.Ron, default));
        Assert.NotNull((await ReviewWorld.SeenByAsync(portal, ReviewWorld.Ron)).Reveal);
        Assert.Equal(
            "You stood aside, so others review it: I work with its author.",
            Assert.IsType<ReviewOutcome.Invalid>(await ReviewWorld.JudgeAsync(portal, ReviewWorld.Ron, ReviewWorld.AllHold)).Reason);
        Assert.Null(await portal.Get<ListReviews>().NextAsync(new(), ReviewWorld.Ron, default));
        // His place goes to another.
        Assert.Equal(
            new ReviewOutcome.Stored(ReviewState.Disputed), await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rio, ReviewWorld.AllHold));
    }

    private static async Task<List<T>> FirstAsync<T>(IAsyncEnumerable<T> following)
    {
        await foreach (var view in following) return [view];
        return [];
    }

    [Fact]
    public async Task Agreement_CountsNoJudgement_BeforeAllHaveJudged()
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.AllHold);
        Assert.Equal(0, (await portal.Get<ReadAgreement>().RunAsync(Samples.Anybody, default))!.All.Claims);
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Ron, ReviewWorld.OneIsWrong);
        var report = (await portal.Get<ReadAgreement>().RunAsync(Samples.Anybody, default))!;
        Assert.Equal(4, report.All.Claims);
        // 8 answers, 7 hold and 1 does not; one claim of four differs: alpha = 1 - 7 * 2 / (64 - 49 - 1) = 0.
        Assert.Equal(0, Assert.IsType<Reasoning.Metrics.Agreement.Value>(report.All.Alpha).Coefficient, 12);
        Assert.IsType<Reasoning.Metrics.BootstrapInterval.Undefined>(report.All.Interval); // of one trace
        Assert.Equal("deleted user and deleted user", Assert.Single(report.Pairs).Of);
        Assert.Equal(4, report.Primitives.Length);
        Assert.All(report.Primitives, line => Assert.Equal((1, 1), Assert.Single(line.Traces)));
    }

    private sealed partial class World : IAsyncDisposable
    {
        public required WebPortal Portal { get; init; }
        public required HttpClient Client { get; init; }
        public required Caller Ron { get; init; }

        public static async Task<World> MakeAsync(ImmutableArray<ClaimAnswer> hidden, string? note, Opinion opinion)
        {
            var portal = new WebPortal { Clock = new ManualClock() };
            var (client, ron) = await portal.PersonAsync("ron", PortalRole.Reviewer);
            var (_, rea) = await portal.PersonAsync("rea", PortalRole.Reviewer);
            var (_, ann) = await portal.PersonAsync("ann", PortalRole.Contributor);
            await portal.PublishAsync(Samples.Bob);
            await portal.Get<EnqueueReviews>().RunAsync("VCT1", ReviewWorld.Eva, default);
            await portal.Get<ReserveReview>().RunAsync(1, 1, ron, default);
            if (!hidden.IsEmpty)
            {
                await portal.Get<ReserveReview>().RunAsync(1, 1, rea, default);
                Assert.IsType<ReviewOutcome.Stored>(
                    await portal.Get<SubmitReview>().RunAsync(new(1, 1, hidden, note), rea, default));
                await portal.Get<ChangeJudgement>().RunAsync(1, 1, new("n:n1", Answer.CannotTell), rea, default);
            }
            await portal.Get<CastVote>().RunAsync(
                new(1, 1, new Subject.Node(new NodeId("n2")), opinion, Disagreement.Direction), ann, default);
            if (note is not null) await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, note), ann, default);
            await using var db = portal.Db();
            if (opinion == Opinion.Down) await db.TraceVerdicts.ExecuteDeleteAsync();
            return new() { Portal = portal, Client = client, Ron = ron };
        }

        public async Task<string> SeenByRonAsync(string page) => Token().Replace(await Client.GetStringAsync(page), "");

        public ValueTask DisposeAsync() => Portal.DisposeAsync();

        /// <summary>Made anew for every answer, also by MudBlazor's fields, which join their parts by ids of their own.</summary>
        [GeneratedRegex(
            """name="__RequestVerificationToken" value="[^"]+"|<!--Blazor[^>]*-->|popover(?:content)?-[0-9a-f-]{36}|"""
            + """\b(?:id|for|aria-(?:controls|labelledby|describedby))="[^"]*""" + "\"")]
        private static partial Regex Token();
    }
}
