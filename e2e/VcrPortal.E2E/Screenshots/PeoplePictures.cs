using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Journeys;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Screenshots;

/// <summary>What two people who talk about trace 1 meet: accounts, discussion, revising, inbox; and what an administrator does.</summary>
internal static class PeoplePictures
{
    /// <param name="ana">Talks, becomes the administrator, and revises.</param>
    /// <param name="bob">Watches, and is told.</param>
    /// <param name="token">From the server's console.</param>
    public static async Task TakeAsync(Camera camera, Visitor ana, Visitor bob, string token)
    {
        await camera.TakeAsync(ana, "register", "/account/register");
        await camera.TakeAsync(ana, "sign-in", "/account/sign-in");
        await RegisterAsync(ana.Page, "ana");
        await RegisterAsync(bob.Page, "bob");
        await camera.TakeAsync(ana, "account", "/account");
        await camera.TakeAsync(ana, "account-delete", "/account/delete");
        await camera.TakeAsync(ana, "recover", "/account/recover");
        await WatchAsync(bob.Page);
        await TalkAsync(ana.Page);
        await camera.TakeAsync(ana, "discussion", "/t/VCT1?about=n:n1", DisagreesAsync);
        await camera.TakeAsync(bob, "inbox", "/inbox");
        await camera.TakeAsync(ana, "inbox-empty", "/inbox");
        await camera.TakeAsync(bob, "person", "/u/ana");
        await camera.TakeAsync(bob, "person-comments", "/u/ana?show=comments");
        await BecomeAdminAsync(ana.Page, token);
        await camera.TakeAsync(ana, "revise", "/t/VCT1/revise");
        await ReviseAsync(ana.Page);
        await camera.TakeAsync(ana, "trace-revised-history", "/t/VCT1/history");
        await camera.TakeAsync(ana, "trace-diff", "/t/VCT1/diff/1..2");
        await camera.TakeAsync(ana, "admin", "/admin");
        await camera.TakeAsync(ana, "admin-knowledge", "/admin/knowledge");
        await camera.TakeAsync(ana, "admin-log", "/admin/log");
        await camera.TakeAsync(ana, "admin-health", "/admin/health");
        await camera.TakeAsync(ana, "admin-knowledge", "/admin/knowledge");
    }

    /// <summary>Printed right after the start; what is printed later pushes it out of what is kept.</summary>
    public static async Task<string> TokenAsync(IPage page, PortalProcess portal)
    {
        var token = AccountJourneys.TokenOf(portal);
        for (var look = 0; look < 100 && token.Length == 0; look++)
        {
            await page.GotoAsync("/account/sign-in");
            token = AccountJourneys.TokenOf(portal);
        }
        return token;
    }

    private static async Task RegisterAsync(IPage page, string name)
    {
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/account/register");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("four easy words here");
        await Button(page, "Register").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    private static async Task WatchAsync(IPage page)
    {
        await page.GotoAsync("/traces?compound=Trametinib");
        await Button(page, "Watch this search").ClickAsync();
        await Expect(Button(page, "Watching this search")).ToBeVisibleAsync();
        await page.GotoAsync("/t/VCT1");
        await Button(page, "Watch").ClickAsync();
        await Expect(Button(page, "Watching")).ToBeVisibleAsync();
    }

    private static async Task TalkAsync(IPage page)
    {
        await page.GotoAsync("/t/VCT1");
        await page.GetByLabel("About").SelectOptionAsync("n:n1");
        await page.Locator("#say").FillAsync("Is [n1] the *only* target? The table lists two, see [1].");
        await Button(page, "Comment").ClickAsync();
        await Expect(page.Locator(".comment")).ToHaveCountAsync(1);
        await Button(page, "Answer").ClickAsync();
        await page.GetByLabel("Your answer").FillAsync("It is: the other one is its paralogue. @bob, do you agree?");
        await page.Locator(".thread .compose").GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment")).ToHaveCountAsync(2);
    }

    private static async Task DisagreesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Disagree" }).ClickAsync();
        await Expect(page.GetByLabel("What is wrong?")).ToBeVisibleAsync();
    }

    private static async Task BecomeAdminAsync(IPage page, string token)
    {
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/account");
        await page.GetByLabel("Token from the server's console").FillAsync(token);
        await Button(page, "Become the administrator").ClickAsync();
        await Expect(page.Locator("main .badge").First).ToHaveTextAsync("Admin");
    }

    /// <summary>Turns the effect on the second target round, and takes the last claim away.</summary>
    private static async Task ReviseAsync(IPage page)
    {
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/t/VCT1/revise");
        var lines = (await page.Locator("#text").InputValueAsync()).TrimEnd().Split('\n');
        lines[5] = lines[5].Replace("\"down\"", "\"up\"", StringComparison.Ordinal);
        await page.Locator("#text").FillAsync(string.Join('\n', lines[..^1]));
        await page.Locator("#reason").FillAsync("The second target was drawn the wrong way round.");
        await Button(page, "Make it revision 2").ClickAsync();
        await page.WaitForURLAsync("**/t/VCT1**");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
