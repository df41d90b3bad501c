using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary>The text form of <c>/t/{number}/revise</c>.</summary>
public sealed partial class RevisePage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Explanation => Page.GetByLabel("Explanation", new() { Exact = true });
    public ILocator Why => Page.GetByLabel("Why", new() { Exact = true });
    public ILocator Make => Page.GetByRole(AriaRole.Button, new() { NameRegex = MakeName() });

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    /// <summary>Why nothing was made of it.</summary>
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert);

    /// <summary>Sends what may be refused.</summary>
    public async Task TryAsync(string explanation, string why)
    {
        await Explanation.FillAsync(explanation);
        await Why.FillAsync(why);
        await Make.ClickAsync();
    }

    /// <param name="trace">The path of the trace.</param>
    public static async Task<RevisePage> OpenAsync(Visitor visitor, string trace)
    {
        await visitor.Page.GotoAsync(PathOf(trace));
        return new(visitor);
    }

    public static string PathOf(string trace) => trace + "/revise?view=text";

    /// <summary>Writes the explanation anew, line by line, and makes it the next revision.</summary>
    /// <returns>The page of the trace, once it shows the new revision.</returns>
    public async Task<TracePage> ReviseAsync(Func<string[], string[]> change, string why)
    {
        var lines = (await Explanation.InputValueAsync()).TrimEnd().Split('\n');
        await Explanation.FillAsync(string.Join('\n', change(lines)));
        await Why.FillAsync(why);
        await Make.ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(OfATrace());
        return new(visitor);
    }

    /// <summary>Writes the explanation anew, line by line, and leaves the decision to others.</summary>
    /// <returns>The path of the suggestion.</returns>
    public async Task<string> SuggestAsync(Func<string[], string[]> change, string why)
    {
        var lines = (await Explanation.InputValueAsync()).TrimEnd().Split('\n');
        await Explanation.FillAsync(string.Join('\n', change(lines)));
        await Why.FillAsync(why);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Submit suggestion" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(OfASuggestion());
        return new Uri(Page.Url).AbsolutePath;
    }

    /// <summary>Writes the report anew, and makes it the next revision.</summary>
    public async Task<TracePage> ReviseReportAsync(Func<string, string> change, string why)
    {
        await Page.GetByText("The report", new() { Exact = true }).ClickAsync();
        var report = Page.GetByLabel("Report", new() { Exact = true });
        await report.FillAsync(change(await report.InputValueAsync()));
        await Why.FillAsync(why);
        await Make.ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(OfATrace());
        return new(visitor);
    }

    [GeneratedRegex(@"/suggestions/\d+$")]
    private static partial Regex OfASuggestion();

    [GeneratedRegex("^Make it revision")]
    private static partial Regex MakeName();

    [GeneratedRegex(@"/t/VCT\d+(@\d+)?(#.*)?$")]
    private static partial Regex OfATrace();
}
