using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Hands on the keyboard from the front page to the verdicts; the mouse is never touched.</summary>
[Collection(PortalCollection.Name)]
public partial class KeyboardJourneys(PortalFixture portal)
{
    private const int MostTabs = 80;

    [E2EFact]
    public async Task Keyboard_Alone_LaunchesAJobAndReadsItsVerdicts()
    {
        await using var visitor = await portal.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/");
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { NameRegex = LaunchLink() }).First);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + LaunchPage.Path);

        var launch = new LaunchPage(visitor);
        await TypeAsync(page, launch.Compound, "Binimetinib");
        await TypeAsync(page, launch.CellLine, "C32");
        await TabToAsync(page, launch.Launch);
        await page.Keyboard.PressAsync("Enter");
        var job = await JobPage.ArriveAsync(visitor);
        await job.ShowsAsync("Completed");

        await TabToAsync(page, job.TraceLink);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(TracePage.Address());
        Assert.True(await AllClaimsAreReachedAsync(page), "The arrows, from the graph's one tab stop, do not reach every claim.");
        Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task SkipLink_FirstOnThePage_LeadsToTheContent()
    {
        await using var visitor = await portal.VisitAsync();
        await visitor.Page.GotoAsync("/traces");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#main")).ToBeFocusedAsync();
    }

    // Home, then End: both ends of the reading order, and every claim between them by the arrow keys.
    private static async Task<bool> AllClaimsAreReachedAsync(IPage page)
    {
        var claims = (await GraphOnPage.ReadAsync(page)).Claims;
        await TabToAsync(page, page.Locator(GraphOnPage.Claim + "[tabindex='0'], " + GraphOnPage.Claim + ":not([tabindex])").First);
        await page.Keyboard.PressAsync("Home");
        var reached = new HashSet<string>();
        foreach (var claim in claims)
        {
            var focused = page.Locator(GraphOnPage.Claim + ":focus");
            await Expect(focused).ToHaveAttributeAsync("aria-label", Verdict());
            reached.Add(await focused.GetAttributeAsync("id") ?? "");
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await page.Keyboard.PressAsync("End");
        reached.Add(await page.Locator(GraphOnPage.Claim + ":focus").GetAttributeAsync("id") ?? "");
        // An arrow follows an edge, so a branch may be passed over; both ends and the main chain must be there.
        return reached.Contains(claims[0].Id) && reached.Contains(claims[^1].Id) && reached.Count > claims.Count / 2;
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab"); // leaves a list of suggestions closed
        await Expect(field).ToHaveValueAsync(new Regex(Regex.Escape(text), RegexOptions.IgnoreCase));
    }

    /// <summary>Presses Tab until the element has the focus; fails when it is not in the tab order.</summary>
    private static async Task TabToAsync(IPage page, ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{element} was not reached with {MostTabs} tabs.");
    }

    [GeneratedRegex("^Launch")]
    private static partial Regex LaunchLink();

    [GeneratedRegex("Supported|Refuted|Undetermined|Not testable|Same source|blocked by")]
    private static partial Regex Verdict();
}
