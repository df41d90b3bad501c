using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Hands on the keyboard from the front page to the verdicts; the mouse is never touched.</summary>
[Collection(ReadersCollection.Name)]
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
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(LaunchPage.Path) + "$"));

        var launch = new LaunchPage(visitor);
        await TypeAsync(page, launch.Compound, "Binimetinib");
        await TypeAsync(page, launch.CellLine, "C32");
        await TabToAsync(page, launch.Launch);
        await page.Keyboard.PressAsync("Enter");
        var job = await JobPage.ArriveAsync(visitor);
        await job.ShowsAsync("Completed");

        await TabToAsync(page, job.TraceLink);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(TracePage.Address());
        var read = await ReadVerdictsAsync(page);
        Assert.InRange(read, 3, MostTabs);
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

    /// <summary>From the graph's one tab stop to its end and up the edges to a cause: each claim says its verdict, and Enter opens its
    /// details.</summary>
    private static async Task<int> ReadVerdictsAsync(IPage page)
    {
        await TabToAsync(page, page.Locator(GraphOnPage.Claim + "[tabindex='0']"));
        await page.Keyboard.PressAsync("End");
        var focused = page.Locator(GraphOnPage.Claim + ":focus");
        var read = 1;
        for (; read < MostTabs && await focused.GetAttributeAsync("data-from") is not null; read++)
        {
            await Expect(focused).ToHaveAccessibleNameAsync(Verdict());
            await page.Keyboard.PressAsync("ArrowUp");
        }
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.details-card:focus")).ToContainTextAsync(Verdict());
        await page.Keyboard.PressAsync("Escape");
        await Expect(focused).ToBeVisibleAsync();
        return read;
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
