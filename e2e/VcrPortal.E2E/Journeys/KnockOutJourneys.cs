using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>A reader asks what would still stand if a claim were false, and sends the question to a colleague.</summary>
[Collection(ReadersCollection.Name)]
public class KnockOutJourneys(PortalFixture portal)
{
    private const string Fallen = "svg .claim.is-fallen";

    [E2EFact]
    public async Task Claim_AssumedFalse_FadesWhatRestsOnIt_AndTheLinkShowsItToOthers()
    {
        var path = await ExplainAsync();
        await using var reader = await portal.VisitAsync();
        var page = reader.Page;
        await page.GotoAsync(path);
        var first = await page.Locator("svg a.claim:not([data-layer='-1'])").First.GetAttributeAsync("data-claim");
        await page.Locator($"svg a.claim[data-claim='{first}']").ClickAsync();
        await page.Locator($"article#{first}").GetByRole(AriaRole.Link, new() { Name = "Assume it is false" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"out={first}#{first}$"));
        await Expect(page.Locator($"svg .claim.is-out[data-claim='{first}']")).ToHaveCountAsync(1);
        await Expect(page.Locator(".note.warn").First).ToContainTextAsync($"Assumed false: {first}.");
        var fallen = await page.Locator(Fallen).CountAsync();
        Assert.Empty(reader.Sockets);
        Assert.Empty(reader.Problems);

        await using var colleague = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        await colleague.Page.GotoAsync(page.Url);
        await Expect(colleague.Page.Locator(Fallen)).ToHaveCountAsync(fallen);
        await colleague.Page.Locator($"article#{first}").GetByRole(AriaRole.Link, new() { Name = "Put back" }).ClickAsync();
        await Expect(colleague.Page.Locator(".is-out, .is-fallen")).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task CutSet_ByKeyboardAndWithoutAScript_TakesAllSupportFromItsConclusion()
    {
        var path = await ExplainAsync();
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var page = reader.Page;
        await page.GotoAsync(path);
        var end = await page.Locator(".ends a[aria-current] .mono").InnerTextAsync();
        await page.Locator(".cuts a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($".fates li:has(a:text-is('{end}'))")).ToContainTextAsync("loses all support");
        await page.GetByRole(AriaRole.Link, new() { Name = "Put all back" }).Last.ClickAsync();
        await Expect(page.Locator(".fates")).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task Form_WithoutAScript_TakesOutASource()
    {
        var path = await ExplainAsync();
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var page = reader.Page;
        await page.GotoAsync(path);
        await page.GetByLabel("Assume false").SelectOptionAsync("src:WikiPathways");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await Expect(page.Locator(".assumed")).ToContainTextAsync("all of WikiPathways");
        Assert.NotEqual(0, await page.Locator(Fallen).CountAsync());
    }

    [E2EFact]
    public async Task History_LeadsToARevisionAndToADiff()
    {
        var path = await ExplainAsync();
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var page = reader.Page;
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("History of");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath.Replace("/history", "/diff/1..1"));
        await Expect(page.GetByText("say the same")).ToBeVisibleAsync();
    }

    private async Task<string> ExplainAsync()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        return (await job.OpenTraceAsync()).Path;
    }
}
