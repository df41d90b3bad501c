using System.Globalization;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/t/{number}/suggestions/{number}</c>: what would change, and the decision.</summary>
public sealed class SuggestionPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator State => Page.GetByTestId("suggestion-state");
    public ILocator Changes => Page.GetByTestId("hunks").GetByRole(AriaRole.Checkbox);
    public ILocator ReportChanges => Page.GetByTestId("report-changes");
    public ILocator Effects => Page.GetByTestId("effects");
    /// <summary>What whoever decided said.</summary>
    public ILocator Decision => Page.GetByTestId("decision");
    /// <summary>What no longer fits if only what is ticked were accepted.</summary>
    public ILocator LeftBehind => Page.GetByTestId("left-behind");
    public ILocator Became => Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^became revision") });

    /// <summary>The number of the revision that came of it.</summary>
    public async Task<int> ReadRevisionAsync() => int.Parse(
        (await Became.InnerTextAsync()).Split(' ')[^1], CultureInfo.InvariantCulture);

    public static async Task<SuggestionPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <param name="change">Its place in the list, from 1.</param>
    public Task RejectAsync(int change) =>
        Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Accept change {change}", Exact = true }).UncheckAsync();

    public async Task AcceptWhatIsTickedAsync(string note)
    {
        await Page.GetByLabel("To whoever suggested it").FillAsync(note);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accept what is ticked" }).ClickAsync();
    }

    /// <summary>After it was shown what is left behind.</summary>
    public Task AcceptAllTheSameAsync() =>
        Page.GetByRole(AriaRole.Button, new() { Name = "Accept it all the same" }).ClickAsync();
}
