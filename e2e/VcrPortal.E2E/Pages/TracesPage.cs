using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/traces</c>: all that may be read, and searches of it.</summary>
public sealed class TracesPage(Visitor visitor)
{
    public const string Path = "/traces";

    private IPage Page => visitor.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Links => Page.GetByRole(AriaRole.Main).Locator("a[href^='/t/VCT']");

    public static string Of(string compound) => $"{Path}?compound={Uri.EscapeDataString(compound)}";

    public static async Task<TracesPage> OpenAsync(Visitor visitor, string path = Path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>The path of the first trace of the list: <c>/t/VCT12</c>.</summary>
    public async Task<string> FirstAsync() => (await Links.First.GetAttributeAsync("href"))!;

    public async Task WatchAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Watch this search", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Watching this search", Exact = true })).ToBeVisibleAsync();
    }
}
