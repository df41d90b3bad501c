using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Signing in by a directory's word: Microsoft.Identity.Web against a stand-in for Entra ID, as only Development accepts
/// it.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
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
        await SignInAsync(visitor, "?ReturnUrl=%2Fjobs");
        var choose = new ChooseNamePage(visitor);
        await Expect(choose.Heading).ToHaveTextAsync("Choose a name");
        await Expect(choose.Main).ToContainTextAsync("ana@example.org");
        await choose.MakeAccountAsync("ana");
        await Expect(new SiteHeader(visitor.Page).Account("ana")).ToBeVisibleAsync();
        Assert.EndsWith("/jobs", visitor.Page.Url, StringComparison.Ordinal);
        await Expect((await AccountPage.OpenAsync(visitor)).Identities).ToContainTextAsync("Microsoft");
    }

    private async Task SecondTimeAsync(PortalProcess portal)
    {
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignInAsync(visitor);
        await Expect(new AccountPage(visitor).Heading).ToHaveTextAsync("ana");
    }

    private static async Task SignInAsync(Visitor visitor, string query = "")
    {
        await (await SignInPage.OpenAsync(visitor, query)).By("Microsoft").ClickAsync();
        await OutsidePage.SignInAsync(visitor.Page, "ana");
    }
}
