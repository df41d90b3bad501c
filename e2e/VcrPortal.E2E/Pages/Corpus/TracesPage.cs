using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/traces</c>: all that may be read, and searches of it.</summary>
public sealed class TracesPage(Visitor visitor)
{
    public const string Path = "/traces";

    private IPage Page => visitor.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Links => Page.GetByRole(AriaRole.Main).Locator("a[href^='/t/VCT']");

    /// <summary>What the search was read as, one link a part; it leads to the search without that part.</summary>
    public ILocator Understood => Page.GetByRole(AriaRole.List, new() { Name = "What the search was read as" }).GetByRole(AriaRole.Link);
    public ILocator Total => Page.GetByTestId("total");
    /// <summary>How many were found.</summary>
    public async Task<int> CountAsync() => int.Parse(
        await Total.InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The other form of the list.</summary>
    public ILocator AsTable => Page.GetByRole(AriaRole.Navigation, new() { Name = "Form of the list" })
        .GetByRole(AriaRole.Link, new() { Name = "Table" });

    /// <summary>The table of a reader, which needs no script.</summary>
    public ILocator Table => Page.GetByTestId("table");

    public ILocator RowOfTable(string trace) => Table.Locator($"a[href='{trace}']");

    public ILocator Column(string name) => Table.GetByRole(AriaRole.Columnheader, new() { NameRegex = new Regex($"^{name}") });

    public Task SortTableAsync(string name) => Column(name).GetByRole(AriaRole.Link).ClickAsync();

    /// <summary>The box of the page; a combobox where there are scripts.</summary>
    public ILocator Box => Page.GetByRole(AriaRole.Main).Locator("input[name=q]");

    /// <summary>What is offered below it.</summary>
    public ILocator Offered => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option);

    /// <summary>What is wrong with the search.</summary>
    public ILocator Notes => Page.GetByTestId("reading-notes");

    public ILocator Meant => Page.GetByTestId("none").GetByRole(AriaRole.Link);

    /// <summary>The boxes beside the rows.</summary>
    public ILocator Choices => Page.GetByRole(AriaRole.Checkbox);
    public ILocator Compare => Page.GetByRole(AriaRole.Button, new() { Name = "Compare the chosen ones" });

    /// <summary>The link of a row.</summary>
    /// <param name="trace">Its path: <c>/t/VCT12</c>.</param>
    public ILocator Row(string trace) => Page.GetByRole(AriaRole.Main).Locator($"a[href='{trace}']");

    public async Task<bool> ListsAsync(string trace) => await Row(trace).CountAsync() > 0;

    /// <summary>A value that the search can be narrowed to.</summary>
    public ILocator FacetValue(string facet, string value) => FacetOf(facet).GetByRole(
        AriaRole.Link, new() { NameRegex = new Regex($@"^{Regex.Escape(value)}\s") });

    /// <summary>All values of a facet.</summary>
    public ILocator FacetValues(string facet) => FacetOf(facet).GetByRole(AriaRole.Link);

    public Task OpenFacetAsync(string facet) => FacetOf(facet).GetByText(facet, new() { Exact = true }).ClickAsync();

    private ILocator FacetOf(string title) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Narrow the search" })
        .Locator("details").Filter(new() { Has = Page.GetByText(title, new() { Exact = true }) });

    /// <summary>Opens a facet where it is closed, and follows one of its values.</summary>
    public async Task NarrowAsync(string facet, string value)
    {
        var wanted = FacetValue(facet, value);
        if (!await wanted.IsVisibleAsync()) await OpenFacetAsync(facet);
        await wanted.ClickAsync();
    }

    public static string Searching(string words) => $"{Path}?q={Uri.EscapeDataString(words)}";

    /// <summary>Ticks the first rows and sets them side by side.</summary>
    public async Task<ComparePage> CompareFirstAsync(int rows)
    {
        for (var at = 0; at < rows; at++) await Choices.Nth(at).CheckAsync();
        await Compare.ClickAsync();
        return new(visitor);
    }

    /// <summary>Takes all that is found away as a file.</summary>
    /// <param name="kind">The kind, as the menu calls it.</param>
    /// <param name="file">Where it is kept.</param>
    public async Task DownloadAsync(string kind, string file)
    {
        await Page.GetByTestId("download").GetByText("Download", new() { Exact = true }).ClickAsync();
        var download = await Page.RunAndWaitForDownloadAsync(
            () => Page.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync());
        await download.SaveAsAsync(file);
    }

    public static string AddressOf(string compound) => $"{Path}?compound={Uri.EscapeDataString(compound)}";

    public static async Task<TracesPage> OpenAsync(Visitor visitor, string path = Path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>The path of the first trace of the list: <c>/t/VCT12</c>.</summary>
    public async Task<string> FirstAsync() => (await Links.First.GetAttributeAsync("href"))!;

    public async Task WatchAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Watch this search", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Watching this search", Exact = true })).ToBeVisibleAsync();
    }
}
