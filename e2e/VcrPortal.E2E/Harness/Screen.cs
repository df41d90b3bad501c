using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>What of a page is on the screen.</summary>
public static class Screen
{
    private static readonly int[] Widths = [1440, 390];

    /// <summary>Opens the path: on a desk and on a phone nobody has to scroll sideways.</summary>
    /// <param name="resize">Or only as wide as the window is.</param>
    public static async Task AssertNothingSticksOutAsync(Visitor visitor, string path, bool resize = true)
    {
        var page = visitor.Page;
        await page.GotoAsync("about:blank"); // to the address that stands there already a browser only scrolls
        await page.GotoAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        foreach (var width in resize ? Widths : [page.ViewportSize!.Width])
        {
            if (resize) await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{path} at {width} px: {over} px stick out: {await WidestAsync(page)}");
        }
    }

    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | ")
        """);
}
