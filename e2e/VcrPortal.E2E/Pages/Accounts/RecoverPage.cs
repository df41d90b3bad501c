using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account/recover</c>: a new password for a recovery code.</summary>
public sealed class RecoverPage(Visitor visitor)
{
    public const string Path = "/account/recover";

    private IPage Page => visitor.Page;

    public ILocator Name => Page.GetByLabel("Name or e-mail");
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert);

    /// <summary>Arrives by the link of the page for signing in.</summary>
    public static async Task<RecoverPage> ArriveAsync(Visitor visitor)
    {
        await (await SignInPage.OpenAsync(visitor)).LostPassword.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Recover an account");
        return new(visitor);
    }

    public async Task RecoverAsync(string name, string code, string password)
    {
        await Name.FillAsync(name);
        await Page.GetByLabel("Recovery code").FillAsync(code);
        await Page.GetByLabel("New password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
    }
}
