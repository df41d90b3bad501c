using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;

namespace VcrPortal.E2E.Pages;

/// <summary>The bar above every page.</summary>
public sealed partial class SiteHeader(IPage page)
{
    private ILocator Banner => page.GetByRole(AriaRole.Banner);

    public ILocator SignIn => Banner.GetByRole(AriaRole.Link, new() { Name = "Sign in" });

    /// <summary>The inbox, when something in it is unread.</summary>
    public ILocator UnreadInbox => Banner.GetByRole(AriaRole.Link, new() { NameRegex = Unread() });

    /// <summary>Who is signed in, as a link to the account.</summary>
    public ILocator Account(string name) => Banner.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Types into the box of the bar and presses Enter.</summary>
    public async Task<TracesPage> SearchAsync(Visitor visitor, string words)
    {
        var box = Banner.GetByRole(AriaRole.Searchbox, new() { Name = "Search traces" }).First;
        await box.FillAsync(words);
        await box.PressAsync("Enter");
        return new(visitor);
    }

    /// <summary>On a phone the bar is behind a menu; on a desk there is none to open.</summary>
    public async Task OpenMenuAsync()
    {
        var menu = page.Locator("summary").And(page.GetByLabel("Menu", new() { Exact = true }));
        if (await menu.IsVisibleAsync()) await menu.ClickAsync();
    }

    [GeneratedRegex("^Inbox, [1-9]")]
    private static partial Regex Unread();
}
