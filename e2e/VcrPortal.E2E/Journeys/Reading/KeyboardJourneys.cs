using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Hands on the keyboard from the front page to the verdicts; the mouse is never touched.</summary>
[Collection(ReadersCollection.Name)]
public partial class KeyboardJourneys(PortalFixture portal)
{
    private const int MostClaims = 80;

    [E2EFact]
    public async Task Keyboard_Alone_LaunchesAJobAndReadsItsVerdicts()
    {
        await using var visitor = await portal.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/");
        await Keyboard.EnterAsync(page, page.GetByRole(AriaRole.Link, new() { NameRegex = LaunchLink() }).First);
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(LaunchPage.Path) + "$"));

        var launch = new LaunchPage(visitor);
        await TypeAsync(page, launch.Compound, "Binimetinib");
        await TypeAsync(page, launch.CellLine, "C32");
        await Keyboard.EnterAsync(page, launch.Launch);
        var job = await JobPage.ArriveAsync(visitor);
        await job.ShowsAsync("Completed");

        await Keyboard.EnterAsync(page, job.TraceLink);
        await Expect(page).ToHaveURLAsync(TracePage.Address());
        var read = await ReadVerdictsAsync(page, new(visitor));
        Assert.InRange(read, 3, MostClaims);
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task SkipLink_FirstOnThePage_LeadsToTheContent()
    {
        await using var visitor = await portal.VisitAsync();
        await visitor.Page.GotoAsync(TracesPage.Path);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    /// <summary>Goes from the graph's one tab stop to its end and up the edges to a cause: each claim says its verdict, and Enter opens its
    /// details.</summary>
    private static async Task<int> ReadVerdictsAsync(IPage page, TracePage trace)
    {
        await Keyboard.EnterAsync(page, trace.ToGraph);
        await Keyboard.TabToAsync(page, trace.Graph.TabStop);
        await page.Keyboard.PressAsync("End");
        var focused = trace.Graph.Focused;
        var read = 1;
        for (; read < MostClaims && await focused.GetAttributeAsync("data-from") is not null; read++)
        {
            await Expect(focused).ToHaveAccessibleNameAsync(Verdict());
            await page.Keyboard.PressAsync("ArrowUp");
        }
        await page.Keyboard.PressAsync("Enter");
        await Expect(trace.ShownDetails).ToBeFocusedAsync();
        await Expect(trace.ShownDetails).ToContainTextAsync(Verdict());
        await page.Keyboard.PressAsync("Escape");
        await Expect(focused).ToBeVisibleAsync();
        return read;
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await Keyboard.TypeAsync(page, field, text);
        await page.Keyboard.PressAsync("Tab"); // leaves a list of suggestions closed
        await Expect(field).ToHaveValueAsync(new Regex(Regex.Escape(text), RegexOptions.IgnoreCase));
    }

    [GeneratedRegex("^New job")]
    private static partial Regex LaunchLink();

    [GeneratedRegex("[0-9] sources?|elsewhere|contradicted|disputed|depends on|undecided|no test|not counted|blocked by")]
    private static partial Regex Verdict();
}
