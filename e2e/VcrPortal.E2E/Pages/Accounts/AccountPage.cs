using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account</c>: one's own.</summary>
public sealed partial class AccountPage(Visitor visitor)
{
    public const string Path = "/account";

    private const int MostLooks = 100;

    private IPage Page => visitor.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator News => Page.GetByRole(AriaRole.Status);
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert);
    public ILocator Administration => Main.GetByRole(AriaRole.Link, new() { Name = "Administration" });
    public ILocator BecomeAdministrator => Button("Become the administrator");
    public ILocator SignOutEverywhere => Button("Sign out everywhere");
    public ILocator Delete => Page.GetByRole(AriaRole.Link, new() { Name = "Delete the account" });

    public ILocator Recovery => Part("Recovery codes");
    public ILocator MakeCodes => Recovery.GetByRole(AriaRole.Button, new() { Name = "Make recovery codes" });
    public ILocator Codes => Recovery.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem);

    public ILocator PasswordPart => Part("Password");
    public ILocator OtherSites => Part("Other sites");
    /// <summary>Who somebody is there: site and name.</summary>
    public ILocator Identities => OtherSites.GetByRole(AriaRole.List);
    public ILocator Disconnect => OtherSites.GetByRole(AriaRole.Button, new() { Name = "Disconnect" });
    /// <summary>What the own jobs used of language models.</summary>
    public ILocator Usage => Part("Language models");
    /// <summary>Jobs, tokens in and out, cost; of all months.</summary>
    public ILocator UsageFigures => Usage.GetByRole(AriaRole.Cell);
    public ILocator Passkeys => Part("Passkeys");
    public ILocator PasskeyNames => Passkeys.GetByRole(AriaRole.List);

    public static async Task<AccountPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public static async Task SignOutAsync(Visitor visitor)
    {
        await (await OpenAsync(visitor)).Button("Sign out").ClickAsync();
        await Expect(new SiteHeader(visitor.Page).SignIn).ToBeVisibleAsync();
    }

    /// <summary>Shows the token of the server's console; no page is opened.</summary>
    public static async Task BecomeAdminAsync(Visitor visitor, PortalProcess portal)
    {
        var answer = await StaticForm.SendAsync(visitor, Path, "admin", ("Token", TokenOf(portal)));
        if (!(await answer.TextAsync()).Contains(">Admin<", StringComparison.Ordinal))
            throw new InvalidOperationException($"The token made no administrator: {answer.Url}");
    }

    /// <summary>A new role is on the page of whoever has it, who stays signed in; it may be given while the page is opened.</summary>
    public static async Task HasRoleAsync(Visitor visitor, string role)
    {
        var said = (await OpenAsync(visitor)).Main.GetByText(role, new() { Exact = true });
        for (var looks = 0; looks < MostLooks && !await said.IsVisibleAsync(); looks++) await OpenAsync(visitor);
        await Expect(said).ToBeVisibleAsync();
    }

    /// <summary>The token as it stands on the server's console; empty before it is printed.</summary>
    public static string TokenOf(PortalProcess portal) => Token().Match(portal.Output).Groups[1].Value;

    public async Task ShowTokenAsync(string token)
    {
        await Page.GetByLabel("Token from the server's console").FillAsync(token);
        await BecomeAdministrator.ClickAsync();
    }

    public async Task ChangePasswordAsync(string current, string to)
    {
        await PasswordPart.GetByLabel("Current password").FillAsync(current);
        await PasswordPart.GetByLabel("New password").FillAsync(to);
        await Button("Change the password").ClickAsync();
    }

    /// <param name="site">The name of the site's provider: "the institute".</param>
    public ILocator Connect(string site) => OtherSites.GetByRole(AriaRole.Link, new() { Name = $"Connect {site}" });

    public async Task AddPasskeyAsync(string name)
    {
        await Passkeys.GetByLabel("Name of the new passkey").FillAsync(name);
        await Passkeys.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(News).ToContainTextAsync("was added");
    }

    /// <summary>The only passkey.</summary>
    public async Task RenamePasskeyAsync(string to)
    {
        await Passkeys.GetByText("Rename").ClickAsync();
        await Passkeys.GetByLabel("New name").FillAsync(to);
        await Passkeys.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    public Task RemovePasskeyAsync(string name) =>
        Passkeys.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" }).ClickAsync();

    private ILocator Part(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [GeneratedRegex("enter the token ([0-9a-f]{40})")]
    private static partial Regex Token();
}
