using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Tests.Hosting.Addresses;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>A private job, its batch and its trace with a mark in every text that they have; then everything that the portal answers, asked
/// by everybody.</summary>
public class PrivacyTests
{
    private const string Mark = "Zzsecretmark";
    /// <summary>A word of the private texts that may be searched for: pages repeat what is searched.</summary>
    private const string Word = "whispered";
    private const int MostPages = 900;

    [Fact]
    public async Task PrivateThings_StandNowhereForOthers_AndWholeForTheirOwnerAndGuests()
    {
        await using var portal = new WebPortal();
        var world = await World.MakeAsync(portal);
        (string Who, HttpClient Client)[] others =
            [("a stranger", portal.Visitor()), ("another contributor", world.Other), ("an administrator", world.Admin)];
        var crawls = await Task.WhenAll(others.Select(o => Task.Run(() => CrawlAsync(portal, o.Client, world, followLinks: true))));
        foreach (var (who, seen) in others.Zip(crawls, (o, seen) => (o.Who, seen)))
        {
            Assert.True(seen.Count > 30, $"{who} saw {seen.Count} pages only");
            Assert.Equal(
                "", string.Join(", ", seen.Where(p => p.Text.Contains(Mark, StringComparison.OrdinalIgnoreCase)).Select(p => p.Path)));
            Assert.All(
                world.Direct.Concat(world.Batches), path =>
                Assert.Equal((path, HttpStatusCode.NotFound), (path, seen.First(p => p.Path == path).Status)));
        }
        foreach (
            var (who, client, whole) in new[] { ("the owner", world.Owner, world.Direct.Concat(world.Batches)),
            ("a guest", world.Guest, world.Direct) })
        {
            var seen = await CrawlAsync(portal, client, world, followLinks: false);
            Assert.All(whole, path => Assert.Equal((who, path, HttpStatusCode.OK), (who, path, seen.First(p => p.Path == path).Status)));
            Assert.Equal(
                "", string.Join(
                ", ", whole.Where(
                path => !path.Contains("/news", StringComparison.Ordinal)
                && !seen.First(p => p.Path == path).Text.Contains(Mark, StringComparison.Ordinal))));
            foreach (var list in new[] { "/", "/jobs", "/traces", "/traces?q=" + Word, "/traces/feed.atom?q=" + Word })
                Assert.Contains(Mark, seen.First(p => p.Path == list).Text);
            Assert.True(
                who == "the owner" || seen.Where(p => world.Batches.Contains(p.Path)).All(p => p.Status == HttpStatusCode.NotFound),
                "a private batch is its owner's alone");
        }
    }

    [Fact]
    public async Task CountsOfEverybody_LeavePrivateThingsOut()
    {
        await using var portal = new WebPortal();
        await World.MakeAsync(portal);
        // The portal's own keeps what it counted a moment ago.
        using var counts = new PortalCounts(portal.Get<IDbContextFactory<PortalDb>>(), TimeProvider.System);
        var numbers = await counts.RunAsync(default);
        Assert.Equal((1, 1), (numbers.Waiting, numbers.Corpus.Listed)); // the public ones
    }

    private sealed record Seen(string Path, HttpStatusCode Status, string Text);

    private static async Task<List<Seen>> CrawlAsync(WebPortal portal, HttpClient client, World world, bool followLinks)
    {
        var asked = new HashSet<string>();
        var waiting = new Queue<string>(EveryAddress.In(portal, world.Values).Concat(world.Direct).Concat(world.Batches)
            .Concat([
                "/jobs?show=active", "/traces?q=" + Word, "/traces?compound=" + Word, "/traces/feed.atom?q=" + Word, "/api/compounds?q=zz",
                "/inbox?unread=true", "/not-found"]));
        List<Seen> seen = [];
        while (waiting.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!asked.Add(path) || path.Contains("sign-out", StringComparison.Ordinal)
                || path.StartsWith("/_", StringComparison.Ordinal)) continue;
            using var answer = await client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            seen.Add(new(path, answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}{text}"));
            if (followLinks && answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is "text/html"
                or "application/atom+xml")
                foreach (var link in EveryAddress.LinksIn(text)) waiting.Enqueue(link);
        }
        return seen;
    }

    private sealed record World(
        HttpClient Owner, HttpClient Guest, HttpClient Other, HttpClient Admin, string[] Direct, string[] Batches,
        IReadOnlyDictionary<string, string[]> Values)
    {
        public static async Task<World> MakeAsync(WebPortal portal)
        {
            var (owner, ana) = await portal.PersonAsync("ana");
            var (guest, bob) = await portal.PersonAsync("bob");
            var (other, carl) = await portal.PersonAsync("carl");
            var (admin, dora) = await portal.PersonAsync("dora", PortalRole.Admin);
            var open = await LaunchAsync(portal, "Binimetinib", false, Caller.Visitor("v"));
            await SaveAsync(portal, open, "Binimetinib", new("v", false));

            var job = await LaunchAsync(portal, $"{Word} {Mark}", true, ana);
            await portal.Get<LaunchBatch>()
                .RunAsync($"Batch {Mark}", [Samples.Record($"b1 {Mark}"), Samples.Record($"b2 {Mark}")], true, ana, default);
            await LogAsync(portal, job);
            var trace = await SaveAsync(portal, job, $"{Word} {Mark}", new(ana.Key, true));
            Assert.IsType<AudienceOutcome.Changed>(
                await portal.Get<ChangeAudience>().RunAsync(job, new AudienceChange.Invite("bob"), ana, default));
            await TalkAsync(portal, trace, job, ana, bob, carl, dora);
            var direct = DirectOf(job, trace);
            return new(owner, guest, other, admin, direct, [PortalUrls.Batch(1)], ValuesOf(job, trace));
        }

        private static string[] DirectOf(int job, int trace) =>
        [
            PortalUrls.Job(job), PortalUrls.Trace(trace), PortalUrls.Trace(trace, 1), PortalUrls.Feed(trace), PortalUrls.News(trace, 0),
            .. new[] { "outline", "table" }.Select(v => $"{PortalUrls.Trace(trace)}?view={v}"),
            .. ExportFormat.All.Select(f => PortalUrls.TraceExport(trace, 1, f.Extension)),
        ];

        private static Dictionary<string, string[]> ValuesOf(int job, int trace) => new()
        {
            ["number"] = [
                .. new[] { 1, job, job + 1, job + 2 }.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .Distinct()],
            ["key"] = ["VCT1", PortalUrls.Accession(trace), PortalUrls.Accession(trace) + "@1"],
            ["extension"] = [.. ExportFormat.All.Select(f => f.Extension)],
            ["range"] = ["1..1", "1..2"],
            ["name"] = ["ana", "bob"],
        };

        private static async Task<int> LaunchAsync(WebPortal portal, string compound, bool isPrivate, Caller caller) =>
            Assert.IsType<LaunchOutcome.Launched>(
                await portal.Get<LaunchJob>().RunAsync(Samples.Record(compound), isPrivate, caller, default)).JobNumber;

        /// <summary>Events with the mark, and an end, so that the page shows all of them.</summary>
        private static async Task LogAsync(WebPortal portal, int job)
        {
            var claim = new JobClaim(job, 1, false);
            await using var db = portal.Db();
            await db.Jobs.Where(j => j.Number == job)
                .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempt, 1));
            await using var journal =
                new JobJournal(portal.Get<IDbContextFactory<PortalDb>>(), portal.Get<JobFeed>(), portal.Get<TimeProvider>(), claim);
            await journal.AppendAsync(new GenerationEvent.StageProgressed(Stage.Report, Mark), default);
            await journal.AppendAsync(new GenerationEvent.ReportDelta(Mark), default);
            await journal.FlushAsync();
            await portal.Get<FinishJob>().RunAsync(claim, new JobEnd.Failed($"Ended by {Mark}"), null, default);
        }

        private static async Task<int> SaveAsync(WebPortal portal, int job, string compound, TraceOwner owner)
        {
            await using var db = portal.Db();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var text = Samples.Text.Replace("Binimetinib", compound, StringComparison.Ordinal);
            var trace = new NewTrace(
                job, Samples.Record(compound), PortalJson.Write(Samples.Record(compound)), "script 1", TraceState.Published, null,
                [new(1, text, $"as {compound}", false)],
                $"Report of {compound} [1].", [Samples.Evidence() with { Passage = compound }], Samples.NoCitations, Samples.Verdicts);
            var number = await portal.Get<SaveTrace>()
                .RunAsync(db, trace, owner, portal.Get<TimeProvider>().GetUtcNow().UtcDateTime, default);
            await transaction.CommitAsync();
            return number;
        }

        /// <summary>Was open to all for a while: whoever took part then has it no more.</summary>
        private static async Task TalkAsync(WebPortal portal, int trace, int job, Caller ana, params Caller[] others)
        {
            var audience = portal.Get<ChangeAudience>();
            Assert.IsType<AudienceOutcome.Changed>(await audience.RunAsync(job, new AudienceChange.MakePublic(), ana, default));
            foreach (var other in others)
            {
                await portal.Get<WatchTrace>().RunAsync(trace, true, other, default);
                await portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, $"{Mark} said @ana"), other, default);
                await portal.Get<SaveDraft>().RunAsync(trace, "", $"draft {Mark}", other, default);
                await portal.Get<CastVote>()
                    .RunAsync(new(trace, 1, Subject.Parse("n:n1")!, Opinion.Down, Disagreement.Other, $"{Mark} is wrong"), other, default);
            }
            Assert.IsType<AudienceOutcome.Changed>(await audience.RunAsync(job, new AudienceChange.MakePrivate(), ana, default));
            await portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, $"{Mark} @bob @carl @reviewers"), ana, default);
        }
    }
}
