using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>People come, go, come back, and one of them becomes the administrator.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class AccountJourneys(PortalFixture shared)
{
    private const string NewPassword = "four new words here";

    [E2EFact]
    public async Task Register_OnTheWayToALaunch_LeadsBackAndLaunches()
    {
        await using var portal = await PortalProcess.StartAsync(new(VisitorsLaunch: false));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var launch = await LaunchPage.OpenAsync(visitor, "?compound=Binimetinib&line=C32");
        await launch.Register.ClickAsync();
        await new SignUpPage(visitor).RegisterAsync("ana");

        await Expect(launch.Heading).ToHaveTextAsync("New job");
        await launch.Launch.ClickAsync();
        await (await JobPage.ArriveAsync(visitor)).ShowsAsync("Completed");
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task SignIn_AfterSigningOut_NeedsTheRightPassword()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "bob");
        await AccountPage.SignOutAsync(visitor);
        var header = new SiteHeader(visitor.Page);
        await header.SignIn.ClickAsync();

        var signIn = new SignInPage(visitor);
        await signIn.TryAsync("bob", "four wrong words here");
        await Expect(signIn.Refusal).ToContainTextAsync("do not belong together");
        await Expect(signIn.Name).ToHaveValueAsync("bob");
        await signIn.TryAsync("bob", SignUpPage.Password);
        await Expect(header.Account("bob")).ToBeVisibleAsync();
    }

    [E2EFact]
    public async Task FirstAdministrator_IsWhoeverReadsTheServersConsole()
    {
        await using var portal = await PortalProcess.StartAsync(new());
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "carla");
        await account.ShowTokenAsync("a guess");
        await Expect(account.Main).ToContainTextAsync("This is not the token");
        await AccountPage.BecomeAdminAsync(visitor, portal);
        foreach (var path in (string[])[AdminPage.Path, "/admin/log", HealthPage.Path, KnowledgePage.Path])
            await Accessibility.AssertNoFindingAsync(visitor, path);
        await AccountPage.OpenAsync(visitor);
        await Expect(account.Administration).ToBeVisibleAsync();
        await Expect(account.BecomeAdministrator).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task OnlyAdministrator_CannotStepDown()
    {
        await using var portal = await PortalProcess.StartAsync(new());
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(visitor, "olga");
        await AccountPage.BecomeAdminAsync(visitor, portal);
        var admin = await AdminPage.OpenAsync(visitor);
        await admin.ChangeRoleAsync("olga", "Editor");
        await Expect(admin.Refusal).ToContainTextAsync("only administrator");
    }

    [E2EFact]
    public async Task RecoveryCodes_AreShownOnce()
    {
        await using var visitor = await shared.VisitAsync();
        var account = await SignUpPage.SignUpByHandAsync(visitor, "rosa");
        await account.MakeCodes.ClickAsync();
        await Expect(account.Codes).ToHaveCountAsync(10);
        await AccountPage.OpenAsync(visitor);
        await Expect(account.Recovery).ToContainTextAsync("10 of 10 codes are left");
        await Expect(account.Codes).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task RecoveryCode_BringsSomebodyBackInOnce()
    {
        await using var visitor = await shared.VisitAsync();
        var account = await SignUpPage.SignUpByHandAsync(visitor, "rita");
        await account.MakeCodes.ClickAsync();
        var code = (await account.Codes.First.TextContentAsync())!;
        await AccountPage.SignOutAsync(visitor);

        await (await RecoverPage.ArriveAsync(visitor)).RecoverAsync("rita", code, NewPassword);
        await Expect(account.News).ToContainTextAsync("You have a new password");
        await Expect(account.Recovery).ToContainTextAsync("9 of 10 codes are left");
        await AccountPage.SignOutAsync(visitor);

        var recover = await RecoverPage.ArriveAsync(visitor);
        await recover.RecoverAsync("rita", code, NewPassword);
        await Expect(recover.Refusal).ToContainTextAsync("used before");
        await Expect(recover.Name).ToHaveValueAsync("rita");
    }

    [E2EFact]
    public async Task Account_WithoutScript_ChangesPasswordAndSignsOutEverywhere()
    {
        await using var visitor = await shared.VisitAsync(new() { JavaScriptEnabled = false });
        var account = await SignUpPage.SignUpByHandAsync(visitor, "nora");
        await account.ChangePasswordAsync("not these words", NewPassword);
        await Expect(account.PasswordPart).ToContainTextAsync("This is not your current password");
        await account.ChangePasswordAsync(SignUpPage.Password, NewPassword);
        await Expect(account.News).ToContainTextAsync("The new password holds");
        await account.SignOutEverywhere.ClickAsync();
        await Expect(new SignInPage(visitor).Heading).ToHaveTextAsync("Sign in");
    }

    [E2EFact]
    public async Task AccountPages_InEveryTheme_HaveNoFinding()
    {
        await using var visitor = await shared.VisitAsync();
        foreach (var path in (string[])[SignInPage.Path, RecoverPage.Path, SignUpPage.Path])
            await Accessibility.AssertNoFindingAsync(visitor, path);
        await SignUpPage.SignUpAsync(visitor, "dora");
        await Accessibility.AssertNoFindingAsync(visitor, AccountPage.Path);
    }
}
