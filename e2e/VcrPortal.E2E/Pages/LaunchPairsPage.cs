using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/jobs/new?mode=pairs</c>: every compound in every line, or a choice of both.</summary>
public sealed partial class LaunchPairsPage(Visitor visitor)
{
    public const string Path = LaunchPage.Path + "?mode=pairs";

    private IPage Page => visitor.Page;

    public ILocator Compounds => Page.GetByLabel("Compounds", new() { Exact = true });
    public ILocator Lines => Page.GetByLabel("Cell lines", new() { Exact = true });
    public ILocator Launch => Page.GetByRole(AriaRole.Button, new() { Name = "Launch", Exact = true });

    /// <summary>What would be launched.</summary>
    public ILocator Summary => Page.GetByRole(AriaRole.Complementary, new() { Name = "What is launched" }).GetByRole(AriaRole.Status);

    public static async Task<LaunchPairsPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public Task CheckAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Check first" }).ClickAsync();

    public async Task<BatchPage> LaunchAsync()
    {
        await Launch.ClickAsync();
        return await BatchPage.ArriveAsync(visitor);
    }

    /// <summary>All compounds in so many lines, checked and not launched yet.</summary>
    /// <returns>How many jobs it will be.</returns>
    public async Task<int> FillAsync(int lines)
    {
        var known = (await Page.GetByTestId("known-lines").TextContentAsync())!.Split("; ").Take(lines);
        await Lines.FillAsync(string.Join('\n', known));
        await CheckAsync();
        await Assertions.Expect(Summary).ToContainTextAsync(Jobs());
        var written = Jobs().Match(await Summary.InnerTextAsync()).Groups[1].Value;
        return int.Parse(written, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*([0-9,]+) jobs?:")]
    private static partial Regex Jobs();
}
