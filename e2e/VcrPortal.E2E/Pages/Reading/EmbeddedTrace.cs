using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>A page of somebody else.</summary>
public static class SomebodysPage
{
    /// <param name="snippet">The snippet as the portal gives it to be pasted.</param>
    public static IResult With(string snippet) => Results.Content(
        $"<!DOCTYPE html><html lang=\"en\"><title>A blog</title><main><h1>What we read</h1>{snippet}</main></html>",
        "text/html; charset=utf-8");
}

/// <summary>A trace in a frame of another page.</summary>
public sealed class EmbeddedTrace(IPage page)
{
    private ILocator Frame => page.Locator("iframe");
    private IFrameLocator Inside => page.FrameLocator("iframe");

    public ILocator Heading => Inside.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>One link a claim.</summary>
    public ILocator Claims => Inside.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link);

    /// <summary>Its path at the portal.</summary>
    public async Task<string> AddressAsync() => new Uri((await Frame.GetAttributeAsync("src"))!).AbsolutePath;

    /// <summary>The picture of the graph has arrived.</summary>
    public async Task<bool> IsDrawnAsync() =>
        await Inside.GetByRole(AriaRole.Img).EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)") > 0;

    /// <summary>Nothing of the picture is cut by the frame, which nobody has scrolled.</summary>
    public Task<bool> IsWholeInViewAsync() => Inside.GetByRole(AriaRole.Img).EvaluateAsync<bool>(
        """
        picture => {
          const at = picture.getBoundingClientRect();
          return at.width > 100 && at.height > 100 && at.top >= 0 && at.left >= 0 && at.bottom <= innerHeight && at.right <= innerWidth;
        }
        """);
}
