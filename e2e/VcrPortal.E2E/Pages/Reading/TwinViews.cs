using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>What one view of a trace holds, read from what it shows.</summary>
/// <param name="Claims">Each as id and verdict, in order of ids.</param>
/// <param name="Edges">Each as <c>n1-n2</c>.</param>
public sealed partial record TwinViews(IReadOnlyList<string> Claims, IReadOnlyList<string> Edges)
{
    /// <param name="view">"graph", "outline" or "table".</param>
    public static async Task<TwinViews> ReadAsync(Visitor visitor, string trace, string view)
    {
        // In the graph each claim has a card of its own, however many there are.
        await visitor.Page.GotoAsync($"{trace}?view={view}&fold=none");
        var shown = view switch
        {
            "graph" => visitor.Page.GetByTestId("graph"),
            "outline" => visitor.Page.GetByRole(AriaRole.List, new() { Name = "Claims in order" }),
            _ => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Claims table" }),
        };
        var claims = await shown.Locator("[data-claim]").EvaluateAllAsync<string[]>(
            "all => all.map(claim => `${claim.dataset.claim} ${claim.dataset.mark}`)");
        var edges = view == "graph" ? (await GraphOnPage.ReadAsync(shown)).Edges : EdgesIn(await WordsAsync(shown, view), view);
        return new([.. claims.Order(StringComparer.Ordinal)], [.. edges.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Finds for each claim, by its id, the words that name where it comes from.</summary>
    private static async Task<Dictionary<string, string>> WordsAsync(ILocator shown, string view)
    {
        var from = view == "table" ? "row => row.cells[4].textContent" : "row => row.querySelector('small').textContent";
        var rows = await shown.Locator("[data-claim]").EvaluateAllAsync<string>(
            $$"""all => JSON.stringify(Object.fromEntries(all.map(row => [row.dataset.claim, ({{from}})(row)])))""");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(rows)!;
    }

    private static IEnumerable<string> EdgesIn(Dictionary<string, string> words, string view) =>
        from row in words
        let sources = view == "table" ? row.Value : Sources().Match(row.Value).Groups[1].Value
        from source in Ids().Matches(sources)
        select $"{source.Value}-{row.Key}";

    [GeneratedRegex(@"From ((?:\w+(?: \(correlative\))?(?:, )?)+)\.\s*$")]
    private static partial Regex Sources();

    [GeneratedRegex(@"\bn\d+\b")]
    private static partial Regex Ids();
}
