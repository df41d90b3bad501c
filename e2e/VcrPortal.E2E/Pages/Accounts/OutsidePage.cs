using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary>The other site, where somebody says who they are. Its fields have no labels.</summary>
public static class OutsidePage
{
    /// <summary>A directory that asks for a name only.</summary>
    public static async Task SignInAsync(IPage page, string who)
    {
        await page.Locator("input[name=login]").FillAsync(who);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>An institute that asks for name and password, and then whether the portal may know.</summary>
    public static async Task SignInAndAgreeAsync(IPage page, string who)
    {
        await page.Locator("input[name=login]").FillAsync(who);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }
}
