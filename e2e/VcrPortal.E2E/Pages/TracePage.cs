using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/t/{number}</c>, with or without a revision.</summary>
public sealed partial class TracePage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    /// <summary>Path without fragment: <c>/t/VCT12@2</c>.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<TracePage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    public Task<GraphOnPage> GraphAsync() => GraphOnPage.ReadAsync(Page);

    [GeneratedRegex(@"/t/VCT\d+")]
    public static partial Regex Address();
}
