using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account/sign-in</c>.</summary>
public sealed class SignInPage(Visitor visitor)
{
    public const string Path = "/account/sign-in";

    private IPage Page => visitor.Page;
    private ILocator Main => Page.GetByRole(AriaRole.Main);

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Name => Page.GetByLabel("Name or e-mail");
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert);
    public ILocator LostPassword => Page.GetByRole(AriaRole.Link, new() { Name = "Lost your password?" });
    public ILocator ByPasskey => Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" });

    /// <summary>The link that signs in by another site's word.</summary>
    public ILocator By(string site) => Page.GetByRole(AriaRole.Link, new() { Name = $"Sign in with {site}" });

    public static async Task<SignInPage> OpenAsync(Visitor visitor, string query = "")
    {
        await visitor.Page.GotoAsync(Path + query);
        return new(visitor);
    }

    /// <summary>Signs in somebody who has an account, and waits until the header names them.</summary>
    public static async Task SignInAsync(Visitor visitor, string name)
    {
        await (await OpenAsync(visitor)).TryAsync(name, SignUpPage.Password);
        await Assertions.Expect(new SiteHeader(visitor.Page).Account(name)).ToBeVisibleAsync();
    }

    /// <summary>Sends name and password, whatever comes of it.</summary>
    public async Task TryAsync(string name, string password)
    {
        await Name.FillAsync(name);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Main.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
