using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary>The traces of a search as a table, for somebody who is signed in.</summary>
public sealed class TraceTable(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Rows => Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(@"^Choose VCT\d+$") });
    /// <summary>"2 chosen".</summary>
    public ILocator Chosen => Page.GetByTestId("chosen");
    public ILocator Add => Page.GetByRole(AriaRole.Link, new() { Name = "Add to a collection" });

    public ILocator Column(string name) => Page.GetByRole(AriaRole.Columnheader, new() { NameRegex = new Regex($"^{name}") });

    public ILocator FirstName => Page.GetByRole(AriaRole.Row).Filter(new() { Has = Rows }).First.GetByRole(AriaRole.Link);

    /// <summary>The names of the rows, as they stand.</summary>
    public async Task<string[]> NamesAsync() =>
        [.. await Rows.EvaluateAllAsync<string[]>("boxes => boxes.map(b => b.closest('tr').querySelector('a').textContent.trim())")];

    /// <param name="search">With its question mark; empty for all.</param>
    public static async Task<TraceTable> OpenAsync(Visitor visitor, string search)
    {
        await visitor.Page.GotoAsync(TracesPage.Path + search + (search.Length > 0 ? "&" : "?") + "view=table");
        var table = new TraceTable(visitor);
        await Expect(table.Rows.First).ToBeVisibleAsync(); // the circuit brings them
        return table;
    }

    public async Task ToggleColumnAsync(string name)
    {
        await Page.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true }).ClickAsync();
        await Page.GetByText("Columns", new() { Exact = true }).ClickAsync();
    }

    public Task SortByAsync(string name) => Column(name).GetByText(name, new() { Exact = true }).ClickAsync();
}
