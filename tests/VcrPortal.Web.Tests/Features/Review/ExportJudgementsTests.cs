using System.Net;
using System.Text.Json;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>What people judged leaves with the data: once nobody is to judge blind any more, and under nobody's name.</summary>
public class ExportJudgementsTests
{
    [Fact]
    public async Task Judgements_LeaveOnceTheReviewIsOver_AndToNobodyWhoIsStillBlind()
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.OneIsWrong);
        await portal.Get<CastVote>().RunAsync(
            new(1, 1, new Subject.Node(new NodeId("n2")), Opinion.Down, Disagreement.Direction, "=1+1"), Samples.Ana, default);
        Assert.Equal("vote", Assert.Single(await WordsAsync(portal, Samples.Anybody)).Kind);
        Assert.Empty(await WordsAsync(portal, ReviewWorld.Ron));
        Assert.Null(await portal.Get<ExportJudgements>().RunAsync(1, "csv", ReviewWorld.Ron, default));

        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Ron, ReviewWorld.AllHold);
        var words = await WordsAsync(portal, ReviewWorld.Ron);
        Assert.Equal(8, words.Count(w => w is { Kind: "judgement", Step: "Blind", Rubric: 1, Review: "Disputed", Trace: "VCT1" }));
        var wrong = Assert.Single(words, w => w.Said == "DoesNotHold");
        Assert.Equal(("n:n2", "Direction"), (wrong.Claim, wrong.Reason));
        Assert.Equal(3, words.Select(w => w.Person).Distinct().Count());
        Assert.All(words, w => Assert.Equal(16, w.Person.Length)); // and no name
    }

    [Fact]
    public async Task Files_AreReadByMachines_AndRunNoFormula()
    {
        await using var portal = new WebPortal();
        var (client, ann) = await portal.PersonAsync("ann", PortalRole.Contributor);
        await portal.PublishAsync(Samples.Bob);
        await portal.Get<CastVote>().RunAsync(
            new(1, 1, new Subject.Node(new NodeId("n2")), Opinion.Down, Disagreement.Other, "=HYPERLINK(\"x\"), so it is"), ann, default);
        using var line = JsonDocument.Parse(await client.GetStringAsync(PortalUrls.Judgements("jsonl")));
        Assert.Equal("disagree", line.RootElement.GetProperty("said").GetString());
        var csv = await client.GetStringAsync(PortalUrls.Judgements("csv", 1));
        Assert.StartsWith("kind,trace,revision,claim", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"), so it is\"", csv, StringComparison.Ordinal);
        foreach (var wrong in (string[])["/review/judgements.xlsx", "/review/judgements.csv?trace=VCT9", "/review/judgements.csv?trace=x"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(wrong)).StatusCode);
    }

    [Fact]
    public async Task Words_AreSignedWithAKey_OrWithTheNameOfWhoeverChoseIt_UntilTheyLeave()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var key = (await ana.RegisterAsync("ana-the-unmistakable")).Id;
        await portal.SaveTraceAsync(Samples.Text);
        await portal.Get<CastVote>().RunAsync(
            new(1, 1, new Subject.Node(new NodeId("n2")), Opinion.Up), new(key, PortalRole.Contributor), default);
        var pseudonym = ExportedWord.PersonOf(key);
        Assert.Equal((pseudonym, false), await SignedAsync(portal));

        Assert.IsType<AccountChange.Done>(
            await ana.AskAsync<ChangeSignature, AccountChange>((s, caller) => s.RunAsync(ExportSignature.Name, caller)));
        Assert.Equal(("ana-the-unmistakable", true), await SignedAsync(portal));
        await ana.AskAsync<ChangeSignature, AccountChange>((s, caller) => s.RunAsync(ExportSignature.Key, caller));
        Assert.Equal((pseudonym, false), await SignedAsync(portal));

        await ana.AskAsync<ChangeSignature, AccountChange>((s, caller) => s.RunAsync(ExportSignature.Name, caller));
        await ana.AskAsync<DeleteAccount, DeleteAccountOutcome>(
            (s, caller) => s.RunAsync(
                new Proof.Password(Browser.Password), Contributions.Keep, new LeftCollections.Nobodys(), caller, default));
        Assert.Equal((pseudonym, false), await SignedAsync(portal)); // and the vote still counts
    }

    private static async Task<(string, bool)> SignedAsync(TestPortal portal) =>
        Assert.Single(await WordsAsync(portal, Samples.Anybody)) is var word ? (word.Person, word.Named) : default;

    private static async Task<List<ExportedWord>> WordsAsync(TestPortal portal, Caller caller)
    {
        List<ExportedWord> words = [];
        await foreach (var word in (await portal.Get<ExportJudgements>().RunAsync(null, "csv", caller, default))!) words.Add(word);
        return words;
    }
}
