using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages;

/// <summary>A list of the work layout: found, sorted and paged by the database.</summary>
internal sealed class WorkList(IPage page, string name)
{
    private ILocator Grid => page.GetByLabel(name, new() { Exact = true }).Filter(new() { Has = page.GetByRole(AriaRole.Table) }).First;

    /// <summary>Without the heads of the columns.</summary>
    public ILocator Rows => Grid.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell).Nth(1) });
    public ILocator ShowAll => Grid.GetByRole(AriaRole.Button, new() { Name = "Show all" });

    public static async Task<WorkList> OpenAsync(Visitor visitor, string path, string name)
    {
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle }); // its circuit is there
        return new(visitor.Page, name);
    }

    public Task FindAsync(string field, string words) => page.GetByLabel(field, new() { Exact = true }).FillAsync(words);

    public Task SortAsync(string column) =>
        Grid.GetByRole(AriaRole.Columnheader).Filter(new() { HasText = column }).GetByRole(AriaRole.Button).First.ClickAsync();

    public Task IsEmptyAsync(string sentence) => Expect(Grid).ToContainTextAsync(sentence);
}
