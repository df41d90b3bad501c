using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;

namespace VcrPortal.E2E.Pages.Vocabulary;

/// <summary><c>/primitives/{name}</c>.</summary>
public sealed class PrimitivePage(Visitor visitor)
{
    public const string List = "/primitives";

    private IPage Page => visitor.Page;

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Use => Page.GetByTestId("use");

    public static string PathOf(string name) => $"{List}/{name}";

    public static async Task<PrimitivePage> OpenAsync(Visitor visitor, string name)
    {
        await visitor.Page.GotoAsync(PathOf(name));
        return new(visitor);
    }

    public async Task<TracesPage> BrowseAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Traces that use it" }).ClickAsync();
        return new(visitor);
    }
}
