using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Launching;

/// <summary><c>/jobs/new?mode=pairs</c>: every compound in every line, or a choice of both.</summary>
public sealed partial class LaunchPairsPage(Visitor visitor)
{
    public const string Path = LaunchPage.Path + "?mode=pairs";

    private IPage Page => visitor.Page;

    public ILocator Compounds => Page.GetByLabel("Compounds", new() { Exact = true });
    public ILocator Lines => Page.GetByLabel("Cell lines", new() { Exact = true });
    public ILocator Launch => Page.GetByRole(AriaRole.Button, new() { NameRegex = LaunchJobs() });

    /// <summary>Where somebody is on the way: "Pairs", "Look at them", "Start".</summary>
    public ILocator Step => Page.GetByRole(AriaRole.List, new() { Name = "Steps" }).GetByRole(AriaRole.Listitem)
        .And(Page.Locator("[aria-current]"));

    /// <summary>What would be launched.</summary>
    public ILocator Summary => Page.GetByRole(AriaRole.Region, new() { Name = "What is launched" }).GetByRole(AriaRole.Status);

    public static async Task<LaunchPairsPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public Task CheckAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Look at them", Exact = true }).ClickAsync();

    public async Task NextAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = Next() }).ClickAsync();
        await Assertions.Expect(Step).ToHaveTextAsync("Start");
    }

    public Task BackAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();

    /// <summary>Launches from wherever somebody is, by every step.</summary>
    public async Task<BatchPage> LaunchAsync()
    {
        await Assertions.Expect(Step).ToBeVisibleAsync();
        if (await Step.InnerTextAsync() == "Pairs")
        {
            await CheckAsync();
            await Assertions.Expect(Step).ToHaveTextAsync("Look at them");
        }
        if (await Step.InnerTextAsync() == "Look at them") await NextAsync();
        await Launch.ClickAsync();
        return await BatchPage.ArriveAsync(visitor);
    }

    /// <summary>All compounds in so many lines, looked at and not launched yet.</summary>
    /// <returns>How many jobs it will be.</returns>
    public async Task<int> FillAsync(int lines)
    {
        var known = (await Page.GetByTestId("known-lines").TextContentAsync())!.Split("; ").Take(lines);
        await Lines.FillAsync(string.Join('\n', known));
        await CheckAsync();
        await Assertions.Expect(Summary).ToContainTextAsync(Jobs());
        var written = Jobs().Match(await Summary.InnerTextAsync()).Groups[1].Value;
        await NextAsync();
        return int.Parse(written, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^Launch [0-9,]+ jobs?$")]
    private static partial Regex LaunchJobs();

    [GeneratedRegex("^Next: ")]
    private static partial Regex Next();

    [GeneratedRegex(@"^\s*([0-9,]+) jobs?:")]
    private static partial Regex Jobs();
}
