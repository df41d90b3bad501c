using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;

namespace VcrPortal.E2E.Pages.Admin;

/// <summary><c>/admin</c>: people and what they may.</summary>
public sealed class AdminPage(Visitor visitor)
{
    public const string Path = "/admin";

    public ILocator Refusal => visitor.Page.GetByRole(AriaRole.Alert);

    /// <summary>What was just done, for a moment.</summary>
    public ILocator Said => visitor.Page.GetByTestId("said");

    public static async Task<AdminPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    /// <summary>A new account that is given a role.</summary>
    public static async Task AppointAsync(Visitor admin, Visitor person, string name, string role)
    {
        await SignUpPage.SignUpAsync(person, name);
        await (await OpenAsync(admin)).ChangeRoleAsync(name, role);
        await AccountPage.HasRoleAsync(person, role);
    }

    public async Task ChangeRoleAsync(string name, string role)
    {
        await visitor.Page.GetByLabel($"Role of {name}").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Option, new() { Name = role }).ClickAsync();
    }
}
