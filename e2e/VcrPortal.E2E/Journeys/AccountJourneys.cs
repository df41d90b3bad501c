using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>A site that asks for an account before it works for somebody.</summary>
[Collection(PeopleCollection.Name)]
public partial class AccountJourneys(PortalFixture shared)
{
    private const string Password = "four easy words here";

    [E2EFact]
    public async Task Register_OnTheWayToALaunch_LeadsBackAndLaunches()
    {
        await using var portal = await PortalProcess.StartAsync(new(VisitorsLaunch: false));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/jobs/new?compound=Binimetinib&line=C32");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Register" }).ClickAsync();
        await RegisterAsync(page, "ana");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("New job");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        var job = await JobPage.ArriveAsync(visitor);
        await job.ShowsAsync("Completed");
        Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task SignIn_AfterSigningOut_NeedsTheRightPassword()
    {
        await using var visitor = await shared.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/account/register");
        await RegisterAsync(page, "bob");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("bob");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();

        await SignInAsync(page, "bob", "four wrong words here");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await Expect(page.GetByLabel("Name or e-mail")).ToHaveValueAsync("bob");
        await SignInAsync(page, "bob", Password);
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "bob" })).ToBeVisibleAsync();
    }

    [E2EFact]
    public async Task FirstAdministrator_IsWhoeverReadsTheServersConsole()
    {
        await using var portal = await PortalProcess.StartAsync(new());
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/account/register");
        await RegisterAsync(page, "carla");
        await page.GetByLabel("Token from the server's console").FillAsync("a guess");
        await page.GetByRole(AriaRole.Button, new() { Name = "Become the administrator" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("This is not the token");
        await BecomeAdminAsync(page, portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Administration" }).ClickAsync();
        await page.GetByLabel("Role of carla").ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Editor" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("only administrator");
        foreach (
            var path in new[] { "/admin", "/admin/log", "/admin/health",
            "/admin/knowledge" }) await Accessibility.AssertNoFindingAsync(visitor, path);
        await page.GotoAsync("/account");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Become the administrator" })).ToHaveCountAsync(0);
    }

    [E2EFact]
    public async Task RecoveryCode_ShownOnce_BringsSomebodyBackInOnce()
    {
        await using var visitor = await shared.VisitAsync();
        var page = visitor.Page;
        await SignUpAsync(page, "rita");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make recovery codes" }).ClickAsync();
        await Expect(page.Locator(".codes > li")).ToHaveCountAsync(10);
        var code = await page.Locator(".codes > li").First.TextContentAsync();
        await page.GotoAsync("/account");
        await Expect(page.Locator("#recovery")).ToContainTextAsync("10 of 10 codes are left");
        await Expect(page.Locator(".codes")).ToHaveCountAsync(0);
        await SignOutAsync(page);

        for (var time = 0; time < 2; time++)
        {
            await page.GotoAsync("/account/sign-in");
            await page.GetByRole(AriaRole.Link, new() { Name = "Lost your password?" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Recover an account");
            await page.GetByLabel("Name or e-mail").FillAsync("rita");
            await page.GetByLabel("Recovery code").FillAsync(code!);
            await page.GetByLabel("New password").FillAsync("four new words here");
            await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
            if (time == 1) break;
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You have a new password");
            await Expect(page.Locator("#recovery")).ToContainTextAsync("9 of 10 codes are left");
            await SignOutAsync(page);
        }
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("used before");
        await Expect(page.GetByLabel("Name or e-mail")).ToHaveValueAsync("rita");
    }

    [E2EFact]
    public async Task Account_WithoutScript_ChangesPasswordAndSignsOutEverywhere()
    {
        await using var visitor = await shared.VisitAsync(new() { JavaScriptEnabled = false });
        var page = visitor.Page;
        await SignUpAsync(page, "nora");
        await page.GetByLabel("Current password").FillAsync("not these words");
        await page.GetByLabel("New password").FillAsync("four new words here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.Locator("#password")).ToContainTextAsync("This is not your current password");
        await page.GetByLabel("Current password").FillAsync(Password);
        await page.GetByLabel("New password").FillAsync("four new words here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The new password holds");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    [E2EFact]
    public async Task AccountPages_InEveryTheme_HaveNoFinding()
    {
        await using var visitor = await shared.VisitAsync();
        await Accessibility.AssertNoFindingAsync(visitor, "/account/sign-in");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/recover");
        await Accessibility.AssertNoFindingAsync(visitor, "/account/register");
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await RegisterAsync(visitor.Page, "dora");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("dora");
        await Accessibility.AssertNoFindingAsync(visitor, "/account");
    }

    /// <summary>As it stands on the server's console.</summary>
    internal static string TokenOf(PortalProcess portal) => Token().Match(portal.Output).Groups[1].Value;

    /// <summary>A new account for a journey that needs one.</summary>
    internal static async Task SignUpAsync(IPage page, string name)
    {
        await page.GotoAsync("/account/register");
        await RegisterAsync(page, name);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    /// <summary>Shows the token of the server's console.</summary>
    internal static async Task BecomeAdminAsync(IPage page, PortalProcess portal)
    {
        await page.GotoAsync("/account");
        await page.GetByLabel("Token from the server's console").FillAsync(TokenOf(portal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Become the administrator" }).ClickAsync();
        await Expect(page.Locator("main .head .badge")).ToHaveTextAsync("Admin");
    }

    internal static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    private static async Task RegisterAsync(IPage page, string name)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
    }

    internal static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name or e-mail").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    [GeneratedRegex("enter the token ([0-9a-f]{40})")]
    private static partial Regex Token();
}
