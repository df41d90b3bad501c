using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Signing in by another site's word: a real OpenID provider, with PKCE, state and user information.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
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
        var signIn = new SignInPage(visitor);
        await Expect(signIn.Refusal).ToContainTextAsync("did not confirm who you are");
        await signIn.By("the institute").ClickAsync(); // which does not run
        await Expect(signIn.Refusal).ToContainTextAsync("cannot be reached");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/sign-in?done=outside-failed");
    }

    private async Task FirstTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignInAsync(visitor, "?ReturnUrl=%2Fjobs");
        var choose = new ChooseNamePage(visitor);
        await Expect(choose.Heading).ToHaveTextAsync("Choose a name");
        await Expect(choose.Main).ToContainTextAsync("ana<b> at home");
        await Expect(choose.Name).ToHaveValueAsync("anab-at-home");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/outside/new?ReturnUrl=%2Fjobs");
        await choose.Email.FillAsync("");
        await choose.MakeAccountAsync("a");
        await Expect(choose.Name).ToHaveAccessibleDescriptionAsync(new Regex("2 to 40"));
        await choose.MakeAccountAsync("ana");
        await Expect(new SiteHeader(visitor.Page).Account("ana")).ToBeVisibleAsync();
        Assert.EndsWith("/jobs", visitor.Page.Url, StringComparison.Ordinal);
        var account = await AccountPage.OpenAsync(visitor);
        await account.Disconnect.ClickAsync();
        await Expect(account.Refusal).ToContainTextAsync("only way to sign in");
    }

    private async Task SecondTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignInAsync(visitor);
        await Expect(new AccountPage(visitor).Heading).ToHaveTextAsync("ana");
    }

    private async Task ConnectAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "bob");
        await visitor.Page.GotoAsync("/account/with/institute/link?t=forged");
        await Expect(account.News).ToContainTextAsync("did not confirm");
        await ConnectAsync(visitor, account, "ana<b>");
        await Expect(account.News).ToContainTextAsync("belongs to another account");
        await Expect(account.OtherSites).ToContainTextAsync("Nothing is connected");

        await visitor.Page.Context.ClearCookiesAsync(new() { NameRegex = new("^_") }); // signed out at the institute
        await ConnectAsync(visitor, account, "robert");
        await Expect(account.News).ToContainTextAsync("It is connected");
        await Expect(account.Identities).ToContainTextAsync("robert at home");
        await account.Disconnect.ClickAsync();
        await Expect(account.OtherSites).ToContainTextAsync("Nothing is connected");
    }

    private static async Task SignInAsync(Visitor visitor, string query = "")
    {
        await (await SignInPage.OpenAsync(visitor, query)).By("the institute").ClickAsync();
        await OutsidePage.SignInAndAgreeAsync(visitor.Page, "ana<b>");
    }

    private static async Task ConnectAsync(Visitor visitor, AccountPage account, string who)
    {
        await account.Connect("the institute").ClickAsync();
        await OutsidePage.SignInAndAgreeAsync(visitor.Page, who);
    }
}
