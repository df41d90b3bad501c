using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>A reader asks what would still stand if a claim were false, and sends the question to a colleague.</summary>
[Collection(ReadersCollection.Name)]
public class KnockOutJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Claim_AssumedFalse_FadesWhatRestsOnIt_AndTheLinkShowsItToOthers()
    {
        await using var reader = await portal.VisitAsync();
        var trace = await TracePage.OpenAsync(reader, await ExplainAsync());
        var first = (await trace.GraphAsync()).Claims.First(claim => claim.Category != "Context").Id;
        await trace.Graph.Claim(first).ClickAsync();
        await trace.AssumeFalseAsync(first);
        await Expect(reader.Page).ToHaveURLAsync(new Regex($"out={first}#{first}$"));
        await Expect(trace.Graph.AssumedFalse).ToHaveCountAsync(1);
        await Expect(trace.KnockOut.Supposition).ToContainTextAsync($"Assumed false: {first}.");
        var fallen = await trace.Graph.Fallen.CountAsync();
        Assert.Empty(reader.Sockets);
        reader.HasNoProblems();

        await using var colleague = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var shared = await TracePage.OpenAsync(colleague, reader.Page.Url);
        await Expect(shared.Graph.Fallen).ToHaveCountAsync(fallen);
        await shared.PutBackAsync(first);
        await Expect(shared.Graph.Claims.First).ToBeVisibleAsync();
        await Expect(shared.Graph.Fallen).ToHaveCountAsync(0);
        await Expect(shared.Graph.AssumedFalse).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task CutSet_ByKeyboardAndWithoutAScript_TakesAllSupportFromItsConclusion()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var knockOut = (await TracePage.OpenAsync(reader, await ExplainAsync())).KnockOut;
        var conclusion = await knockOut.ConclusionAsync();
        await knockOut.Sets.First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(knockOut.FateOf(conclusion)).ToContainTextAsync("loses all support");
        await knockOut.PutAllBack.ClickAsync();
        await Expect(knockOut.Fates).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task Form_WithoutAScript_TakesOutASource()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var trace = await TracePage.OpenAsync(reader, await ExplainAsync());
        await trace.KnockOut.TakeOutAsync("src:WikiPathways");
        await Expect(trace.KnockOut.Assumed).ToContainTextAsync("all of WikiPathways");
        Assert.NotEqual(0, await trace.Graph.Fallen.CountAsync());
    }

    [E2EFact]
    public async Task History_OfATrace_IsOneLinkAway()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var trace = await TracePage.OpenAsync(reader, await ExplainAsync());
        await trace.HistoryLink.ClickAsync();
        await Expect(trace.Heading).ToContainTextAsync("History of");
    }

    [E2EFact]
    public async Task Diff_OfARevisionWithItself_SaysThatTheySayTheSame()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var diff = await TracePage.OpenAsync(reader, await ExplainAsync() + "/diff/1..1");
        await Expect(diff.Main).ToContainTextAsync("say the same");
    }

    private async Task<string> ExplainAsync()
    {
        await using var visitor = await portal.VisitAsync();
        return (await TracePage.OfNewJobAsync(visitor, "Binimetinib", "C32")).Path;
    }
}
