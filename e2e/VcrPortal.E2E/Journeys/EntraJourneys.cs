using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Signing in by a directory's word: Microsoft.Identity.Web against a stand-in for Entra ID, as only Development accepts
/// it.</summary>
[Collection(PeopleCollection.Name)]
public class EntraJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Entra_SignsSomebodyIn_WhoThenHasALinkedAccount()
    {
        await using var entra = await EntraStandIn.StartAsync();
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            .. entra.Settings.Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), (string?)s.Value)),
            ("ASPNETCORE_ENVIRONMENT", "Development"),
        ]));
        await FirstTimeAsync(portal);
        await SecondTimeAsync(portal);
    }

    private async Task FirstTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/account/sign-in?ReturnUrl=%2Fjobs");
        await SayWhoAsync(page, "Sign in with Microsoft", "ana");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Choose a name");
        await Expect(page.Locator(".lede")).ToContainTextAsync("ana@example.org");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("ana");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "ana" })).ToBeVisibleAsync();
        Assert.EndsWith("/jobs", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/account");
        await Expect(page.Locator("#identities .kept")).ToContainTextAsync("Microsoft");
    }

    private async Task SecondTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await visitor.Page.GotoAsync("/account/sign-in");
        await SayWhoAsync(visitor.Page, "Sign in with Microsoft", "ana");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ana");
    }

    private static async Task SayWhoAsync(IPage page, string link, string who)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.Locator("input[name=login]").FillAsync(who);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
