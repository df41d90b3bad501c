using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Screenshots;

/// <summary>Pictures of whole pages at desk and phone width, light and dark: <c>trace-390-dark.png</c>.</summary>
/// <param name="only">The names that are taken; empty for all.</param>
internal sealed class Camera(string folder, IReadOnlyCollection<string> only)
{
    private static readonly (int Width, int Height)[] Screens = [(1440, 900), (390, 844)];
    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Some alone are wanted: then nobody waits until all samples are done.</summary>
    public bool IsQuick => only.Count > 0;

    /// <summary>The picture is wanted.</summary>
    public bool Takes(string name) => !IsQuick || only.Contains(name);

    /// <param name="name">How the files are named.</param>
    /// <param name="arrange">What is done with each page before its picture.</param>
    public async Task TakeAsync(Visitor visitor, string name, string path, Func<IPage, Task>? arrange = null)
    {
        if (!Takes(name)) return;
        foreach (var (width, height) in Screens)
            foreach (var theme in Themes)
            {
                var page = visitor.Page;
                await page.SetViewportSizeAsync(width, height);
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                await page.GotoAsync(path);
                await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
                await Assertions.Expect(page.GetByTestId("loading")).ToHaveCountAsync(0); // lists have their first rows
                if (arrange is not null) await arrange(page);
                var file = $"{name}-{width}-{theme.ToString()!.ToLowerInvariant()}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            }
    }
}
