using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>People talk about claims while others look on.</summary>
[Collection(PeopleCollection.Name)]
public class DiscussionJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Discussion_OfTwoPeopleAndAReader_GoesOnWhileARevisionMovesTheClaim()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await using var reader = await shared.Chromium.VisitAsync(portal.Address);
        await AccountJourneys.SignUpAsync(ana.Page, "ana");
        await AccountJourneys.BecomeAdminAsync(ana.Page, portal);
        await AccountJourneys.SignUpAsync(bob.Page, "bob");
        var path = await ExplainAsync(ana, "Binimetinib", "C32");
        foreach (var page in (IPage[])[bob.Page, reader.Page]) await page.GotoAsync(path);
        await Expect(ana.Page.Locator(".discussion")).ToContainTextAsync("2 people are looking at this");

        await SayAsync(bob.Page, "Is [n5] an **assumption**, @ana?", about: "n:n5");
        await Expect(Comments(ana.Page)).ToHaveCountAsync(1); // without a reload
        await Expect(Comments(ana.Page).First).ToContainTextAsync("Is n5 an assumption, @ana?");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).First.ClickAsync();
        await ana.Page.GetByLabel("Your answer").FillAsync("It follows from two sources.");
        await ana.Page.Locator(".thread .compose").GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await Expect(Comments(bob.Page)).ToHaveCountAsync(2);

        await OffersNewsAsync(reader.Page, "2 new");
        await MoveAsync(ana.Page, path, "n5", "n55");
        await Expect(bob.Page.Locator(".discussion .note")).ToContainTextAsync("Revision 2 is the latest");
        await bob.Page.GetByRole(AriaRole.Link, new() { Name = "See it" }).ClickAsync();
        await Expect(bob.Page.Locator(".thread-about").First).ToContainTextAsync("was n5");
        await Expect(bob.Page.Locator(".thread-about").GetByRole(AriaRole.Link, new() { Name = "Claim n55" })).ToBeVisibleAsync();
        await SayAsync(bob.Page, "Now it is [n55].", about: "n:n55");

        await reader.Page.Locator("[data-news] a").ClickAsync();
        await Expect(Comments(reader.Page)).ToHaveCountAsync(3);
        await Expect(reader.Page.Locator(".thread-about").First).ToContainTextAsync("was n5");
        Assert.Empty(reader.Sockets);
        await Expect(ana.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Inbox, [1-9]") }))
            .ToBeVisibleAsync();
        foreach (var visitor in (Visitor[])[ana, bob, reader]) Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task Comment_HalfWritten_IsThereAgainAfterAReload_AndARefusalKeepsIt()
    {
        await using var visitor = await shared.VisitAsync();
        await AccountJourneys.SignUpAsync(visitor.Page, "dan-types");
        await ExplainAsync(visitor, "Trametinib", "A549");
        var box = visitor.Page.Locator("#say");
        await box.FillAsync("Half a sentence");
        await Expect(visitor.Page.Locator(".compose")).ToContainTextAsync("Draft kept.");
        await visitor.Page.ReloadAsync();
        await Expect(box).ToHaveValueAsync("Half a sentence");

        var text = new string('y', 10_001);
        await SayAsync(visitor.Page, text);
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at most 10,000 characters");
        await Expect(box).ToHaveValueAsync(text);
    }

    [E2EFact]
    public async Task Comment_EditedInTwoPlacesAtOnce_ShowsBothVersions()
    {
        await using var visitor = await shared.VisitAsync();
        await AccountJourneys.SignUpAsync(visitor.Page, "eve-edits");
        var path = await ExplainAsync(visitor, "Vemurafenib", "A549");
        await SayAsync(visitor.Page, "first words");
        await Expect(Comments(visitor.Page)).ToHaveCountAsync(1);
        var other = await visitor.Page.Context.NewPageAsync();
        await other.GotoAsync(path);
        foreach (var page in (IPage[])[visitor.Page, other])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("Edit the comment")).ToBeVisibleAsync();
        }
        await SaveEditAsync(visitor.Page, "faster words");
        await Expect(Comments(visitor.Page).First).ToContainTextAsync("faster words");
        await SaveEditAsync(other, "slower words");
        var dialog = other.GetByRole(AriaRole.Alertdialog);
        await Expect(dialog).ToContainTextAsync("faster words");
        await Expect(dialog).ToContainTextAsync("slower words");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();
        await Expect(Comments(visitor.Page).First).ToContainTextAsync("slower words");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Earlier versions" }).ClickAsync();
        await Expect(visitor.Page.Locator(".earlier > li")).ToHaveCountAsync(2);
    }

    [E2EFact]
    public async Task Claim_IsDisagreedWithForAReason_AndDiscussedByKeyboardAlone()
    {
        await using var visitor = await shared.VisitAsync();
        await AccountJourneys.SignUpAsync(visitor.Page, "kay-keys");
        await ExplainAsync(visitor, "Dabrafenib", "C32");
        var page = visitor.Page;
        await page.Locator("a.claim[data-claim=n1]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Discuss");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#say")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Measured in three plates.");
        await TabToAsync(page, "Comment");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Comments(page)).ToHaveCountAsync(1);
        await Expect(page.Locator(".details-card.is-chosen .talk")).ToContainTextAsync("1 comment");

        await page.GetByLabel("About").FocusAsync();
        await TabToAsync(page, "Disagree 0");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("What is wrong?")).ToBeVisibleAsync();
        await page.GetByLabel("What is wrong?").FocusAsync();
        await page.Keyboard.TypeAsync("wrong d");
        await TabToAsync(page, "Disagree");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".votes")).ToContainTextAsync("1 disagrees (wrong direction)");
        await AccessibilityJourneys.AssertNoFindingAsync(visitor, new Uri(page.Url).PathAndQuery);
    }

    private static ILocator Comments(IPage page) => page.Locator(".comment");

    /// <summary>Launches a job, and leads to its trace with a live discussion.</summary>
    /// <returns>The trace's path.</returns>
    internal static async Task<string> ExplainAsync(Visitor visitor, string compound, string line)
    {
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync(compound, line);
        await job.ShowsAsync("Completed");
        var path = (await job.OpenTraceAsync()).Path;
        await Expect(visitor.Page.Locator("#say")).ToBeEnabledAsync();
        return path;
    }

    internal static async Task SayAsync(IPage page, string text, string? about = null)
    {
        if (about is not null)
        {
            await page.GetByLabel("About").SelectOptionAsync(about);
            await Expect(page.Locator(".compose label").Last).Not.ToContainTextAsync("the whole trace"); // the circuit has heard it
        }
        await page.Locator("#say").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
    }

    private static async Task SaveEditAsync(IPage page, string text)
    {
        await page.GetByLabel("Edit the comment").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
    }

    /// <summary>Looking at the page again asks at once instead of in half a minute.</summary>
    private static async Task OffersNewsAsync(IPage page, string news)
    {
        await page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(page.Locator("[data-news]")).ToContainTextAsync(news);
    }

    private static async Task MoveAsync(IPage page, string path, string id, string to)
    {
        await page.GotoAsync(path + "/revise");
        var text = page.GetByLabel("Explanation");
        await text.FillAsync((await text.InputValueAsync()).Replace($"\"{id}\"", $"\"{to}\"", StringComparison.Ordinal));
        await page.GetByLabel("Why").FillAsync("Another id for the same claim.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it revision 2" }).ClickAsync();
        await Expect(page.Locator("main .head .meta").First).ToContainTextAsync("Revision 2");
    }

    /// <summary>Presses Tab until the focus is on something of this name, as somebody without a mouse would.</summary>
    private static async Task TabToAsync(IPage page, string name)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await page.EvaluateAsync<string>(
                "() => document.activeElement?.textContent?.trim().replace(/\\s+/g, ' ') ?? ''") == name) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab never came to \"{name}\".");
    }
}
