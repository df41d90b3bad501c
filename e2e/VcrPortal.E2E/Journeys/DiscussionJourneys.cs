using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Two people talk about a claim, a third reads along without an account and without a script.</summary>
[Collection(PortalCollection.Name)]
public class DiscussionJourneys(PortalFixture portal)
{
    private const string Markup = "<img src=x onerror=\"window.hacked=1\"> [x](javascript:alert(1)) **but bold**";

    [E2EFact]
    public async Task Discussion_OfTwoContributors_IsReadByAStranger()
    {
        await using var ana = await portal.VisitAsync();
        await using var bob = await portal.VisitAsync();
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        await AccountJourneys.SignUpAsync(ana.Page, "ana-talks");
        await AccountJourneys.SignUpAsync(bob.Page, "bob-talks");
        var job = await (await LaunchPage.OpenAsync(ana)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var path = (await job.OpenTraceAsync()).Path;

        await SayAsync(ana.Page, "Is [n1] the only target?", about: "n1");
        await Expect(Comments(ana.Page)).ToHaveCountAsync(1);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Convincing", Exact = false }).First.ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Convincing 1", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");

        await bob.Page.GotoAsync(path);
        await Expect(Comments(bob.Page).First).ToContainTextAsync("ana-talks");
        await Expect(Comments(bob.Page).First.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToHaveCountAsync(0);
        await SayAsync(bob.Page, Markup);
        await Expect(Comments(bob.Page)).ToHaveCountAsync(2);
        Assert.False(await bob.Page.EvaluateAsync<bool>("() => 'hacked' in window"));

        await reader.Page.GotoAsync(path);
        await Expect(Comments(reader.Page).First.GetByRole(AriaRole.Link, new() { Name = "Claim n1" })).ToBeVisibleAsync();
        await Expect(Comments(reader.Page).Last).ToContainTextAsync("<img src=x");
        await Expect(Comments(reader.Page).Last.Locator("strong")).ToHaveTextAsync("but bold");
        Assert.Equal(0, await reader.Page.Locator(".comments img, .comments a[href^=javascript], .discussion form").CountAsync());
        await Expect(reader.Page.Locator(".discussion")).ToContainTextAsync("1 convincing, 0 not convincing");

        await Comments(bob.Page).Last.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Comments(bob.Page).Last).ToContainTextAsync("This comment was deleted.");
        await AccessibilityJourneys.AssertNoFindingAsync(bob, path);
    }

    [E2EFact]
    public async Task Comment_ThatIsRefused_KeepsWhatWasTyped()
    {
        await using var visitor = await portal.VisitAsync();
        await AccountJourneys.SignUpAsync(visitor.Page, "dan-types");
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Trametinib", "A549");
        await job.ShowsAsync("Completed");
        await job.OpenTraceAsync();
        var text = new string('y', 10_001);
        await SayAsync(visitor.Page, text);
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("at most 10,000 characters");
        await Expect(visitor.Page.GetByLabel("Comment")).ToHaveValueAsync(text);
    }

    private static ILocator Comments(IPage page) => page.Locator(".comments > li");

    private static async Task SayAsync(IPage page, string text, string? about = null)
    {
        if (about is not null) await page.GetByLabel("About").SelectOptionAsync(about);
        await page.GetByLabel("Comment").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
    }
}
