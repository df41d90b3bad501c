using System.Net;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Signing in by another site's word: a real OpenID provider, with PKCE, state and user information.</summary>
[Collection(PeopleCollection.Name)]
public class OpenIdJourneys(PortalFixture shared)
{
    private static readonly string[] Forged = [
        "?code=stolen&state=forged", "?code=stolen", "?error=access_denied&state=forged", "?state=",
        "?error=%3Cscript%3Ealert(1)%3C%2Fscript%3E", ""];

    [E2EFact(NeedsNode = true)]
    public async Task Institute_SignsSomebodyIn_AndIsConnectedAndDisconnected()
    {
        await using var institute = new OpenIdProvider();
        await using var portal = await PortalProcess.StartAsync(new(More: [.. institute.Settings]));
        await institute.StartAsync(portal.Address);
        await FirstTimeAsync(portal);
        await SecondTimeAsync(portal);
        await ConnectAsync(portal);
    }

    [E2EFact(NeedsNode = true)]
    public async Task ForgedOrUnaskedAnswers_SignNobodyIn()
    {
        await using var institute = new OpenIdProvider();
        await using var portal = await PortalProcess.StartAsync(new(More: [.. institute.Settings]));
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        foreach (var query in Forged)
        {
            var answer = await http.GetAsync("/account/with/institute/callback" + query);
            Assert.Equal((HttpStatusCode.Redirect, "/account/outside/failed"), (answer.StatusCode, answer.Headers.Location?.ToString()));
            Assert.False(
                answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(c => c.StartsWith("vcr-account", StringComparison.Ordinal)));
        }
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await visitor.Page.GotoAsync("/account/with/institute/callback?code=stolen&state=forged");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("did not confirm who you are");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with the institute" }).ClickAsync(); // which does not run
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be reached");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/sign-in?done=outside-failed");
    }

    private async Task FirstTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/account/sign-in?ReturnUrl=%2Fjobs");
        await SayWhoAsync(page, "Sign in with the institute", "ana<b>");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Choose a name");
        await Expect(page.Locator(".lede")).ToContainTextAsync("ana<b> at home");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("anab-at-home");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/outside/new?ReturnUrl=%2Fjobs");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("a");
        await page.GetByLabel("E-mail").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(page.Locator("#name-problem")).ToContainTextAsync("2 to 40");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("ana");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "ana" })).ToBeVisibleAsync();
        Assert.EndsWith("/jobs", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("only way to sign in");
    }

    private async Task SecondTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await visitor.Page.GotoAsync("/account/sign-in");
        await SayWhoAsync(visitor.Page, "Sign in with the institute", "ana<b>");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ana");
    }

    private async Task ConnectAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await AccountJourneys.SignUpAsync(page, "bob");
        await page.GotoAsync("/account/with/institute/link?t=forged");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("did not confirm");
        await SayWhoAsync(page, "Connect the institute", "ana<b>");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("belongs to another account");
        await Expect(page.Locator("#identities")).ToContainTextAsync("Nothing is connected");

        await page.Context.ClearCookiesAsync(new() { NameRegex = new("^_") }); // signed out at the institute
        await SayWhoAsync(page, "Connect the institute", "robert");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is connected");
        await Expect(page.Locator("#identities .kept")).ToContainTextAsync("robert at home");
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Expect(page.Locator("#identities")).ToContainTextAsync("Nothing is connected");
    }

    /// <summary>Signs in at the institute and agrees to what the portal asks.</summary>
    private static async Task SayWhoAsync(IPage page, string link, string who)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.Locator("input[name=login]").FillAsync(who);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }
}
