using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Launching;

/// <summary><c>/batches/{number}</c>.</summary>
public sealed partial class BatchPage(Visitor visitor)
{
    // 176 jobs may take this long at its own beat of three seconds.
    private const float Patience = 120_000;

    public ILocator Figures => visitor.Page.GetByTestId("figures");
    public ILocator Main => visitor.Page.GetByRole(AriaRole.Main);

    /// <summary>Path without a choice of jobs: <c>/batches/3</c>.</summary>
    public string Path => new Uri(visitor.Page.Url).AbsolutePath;

    public static async Task<BatchPage> ArriveAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(Address());
        return new(visitor);
    }

    public static async Task<BatchPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>Waits until the page, which draws itself again, says that all is over.</summary>
    public Task IsDoneAsync() => Assertions.Expect(Figures).ToContainTextAsync("Took", new() { Timeout = Patience });

    /// <summary>Whether it is over, as the page says it now; not yet, where there is no such batch so far.</summary>
    public async Task<bool> IsOverAsync() =>
        await Figures.CountAsync() > 0 && (await Figures.InnerTextAsync()).Contains("Took", StringComparison.Ordinal);

    public async Task<int> DoneAsync() =>
        int.Parse(await FigureAsync("Done"), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    public Task<string> FigureAsync(string name) =>
        Figures.GetByRole(AriaRole.Term).Filter(new() { HasText = name }).Locator("xpath=following-sibling::dd[1]").InnerTextAsync();

    [GeneratedRegex(@"/batches/\d+$")]
    private static partial Regex Address();
}
