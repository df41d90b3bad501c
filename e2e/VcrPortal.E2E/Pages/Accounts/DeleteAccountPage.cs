using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account/delete</c>.</summary>
public sealed class DeleteAccountPage(Visitor visitor)
{
    public const string Path = "/account/delete";

    private IPage Page => visitor.Page;

    public ILocator Password => Page.GetByLabel("Your password");

    /// <summary>The choice that comments and votes go too.</summary>
    public ILocator DeleteAll => Page.GetByRole(AriaRole.Radio, new() { Name = "Delete it" });
    public ILocator Delete => Page.GetByRole(AriaRole.Button, new() { Name = "Delete the account", Exact = true });
    public ILocator DeleteByPasskey => Page.GetByRole(AriaRole.Button, new() { Name = "Delete the account with a passkey" });
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert).First;

    /// <summary>Arrives by the link of one's account.</summary>
    public static async Task<DeleteAccountPage> ArriveAsync(Visitor visitor)
    {
        await (await AccountPage.OpenAsync(visitor)).Delete.ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex(Path));
        return new(visitor);
    }
}
