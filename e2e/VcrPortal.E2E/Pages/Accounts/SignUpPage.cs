using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account/register</c>.</summary>
public sealed class SignUpPage(Visitor visitor)
{
    public const string Path = "/account/register";

    /// <summary>The password of everybody who signs up in a journey.</summary>
    public const string Password = "four easy words here";

    private IPage Page => visitor.Page;

    public ILocator Name => Page.GetByLabel("Name", new() { Exact = true });

    public static async Task<SignUpPage> OpenAsync(Visitor visitor, string query = "")
    {
        await visitor.Page.GotoAsync(Path + query);
        return new(visitor);
    }

    /// <summary>A new account for a journey that needs one; no page is opened.</summary>
    public static async Task SignUpAsync(Visitor visitor, string name)
    {
        var answer = await StaticForm.SendAsync(visitor, Path, "register", ("Name", name), ("Password", Password));
        if (!answer.Url.EndsWith(AccountPage.Path, StringComparison.Ordinal))
            throw new InvalidOperationException($"{name} was not registered.\n{await answer.TextAsync()}");
    }

    /// <summary>Does the same as <see cref="SignUpAsync"/>, by hand; ends on the page of the account.</summary>
    public static async Task<AccountPage> SignUpByHandAsync(Visitor visitor, string name)
    {
        await (await OpenAsync(visitor)).RegisterAsync(name);
        var account = new AccountPage(visitor);
        await Assertions.Expect(account.Heading).ToHaveTextAsync(name);
        return account;
    }

    public async Task RegisterAsync(string name)
    {
        await Name.FillAsync(name);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
    }
}
