using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Somebody who launches a job, shows it to one person only, mends its trace, and hears of others like it.</summary>
[Collection(PeopleCollection.Name)]
public class OwnerJourneys(PortalFixture shared)
{
    private const string Password = "four easy words here";

    [E2EFact]
    public async Task Trace_IsHiddenSharedAndRevised_AndEveryPageOnTheWayHasNoFinding()
    {
        await using var portal = await PortalProcess.StartAsync(
            new(More: [("Accounts__Administrator__Name", "ada"), ("Accounts__Administrator__Password", Password)]));
        await using var owner = await shared.Chromium.VisitAsync(portal.Address);
        var page = owner.Page;
        await RegisterAsync(shared, portal, "bob");
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Name or e-mail").FillAsync("ada");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button(page, "Sign in").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "ada" })).ToBeVisibleAsync();
        var job = await (await LaunchPage.OpenAsync(owner)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");

        await page.GotoAsync(job.Path);
        await Button(page, "Make private").ClickAsync();
        await page.GetByLabel("Invite by name").FillAsync("bob");
        await Button(page, "Invite").ClickAsync();
        await Expect(Button(page, "Remove bob")).ToBeVisibleAsync();
        await Accessibility.AssertNoFindingAsync(owner, job.Path);

        await page.GotoAsync("/t/VCT1/revise");
        await Accessibility.AssertNoFindingAsync(owner, "/t/VCT1/revise");
        var lines = (await page.Locator("#text").InputValueAsync()).TrimEnd().Split('\n');
        await page.Locator("#text").FillAsync(string.Join('\n', lines[..^1]));
        await page.Locator("#reason").FillAsync("Its last claim has no evidence.");
        await Button(page, "Make it revision 2").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Its last claim has no evidence.");
        await Accessibility.AssertNoFindingAsync(owner, "/t/VCT1/history");
        await Accessibility.AssertNoFindingAsync(owner, "/t/VCT1/diff/1..2");

        await page.GotoAsync("/traces?compound=Binimetinib");
        await Button(page, "Watch this search").ClickAsync();
        await Expect(Button(page, "Watching this search")).ToBeVisibleAsync();
        await Accessibility.AssertNoFindingAsync(owner, "/traces?compound=Binimetinib");
        await (await (await LaunchPage.OpenAsync(owner)).LaunchAsync("Binimetinib", "LOX-IMVI")).ShowsAsync("Completed");
        await Accessibility.AssertNoFindingAsync(owner, "/inbox");
        await Expect(page.Locator("main")).ToContainTextAsync("1 new");
        await Button(page, "Binimetinib").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Traces");
        await page.GotoAsync("/inbox");
        await Expect(page.Locator("main")).ToContainTextAsync("nothing new");
        Assert.Empty(owner.Problems);
    }

    private static async Task RegisterAsync(PortalFixture shared, PortalProcess portal, string name)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await visitor.Page.GotoAsync("/account/register");
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button(visitor.Page, "Register").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
