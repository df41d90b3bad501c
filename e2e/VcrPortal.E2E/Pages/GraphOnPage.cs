using System.Text.Json;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages;

/// <summary>A claim as the page draws it.</summary>
/// <param name="Category">The category's class: <c>c-interaction</c>.</param>
/// <param name="Name">Its accessible name, which begins with its visible text.</param>
public sealed record ClaimOnPage(string Id, string Category, string Name)
{
    public bool Says(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (!Name.Contains(part, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}

/// <summary>The graph in the document: what a reader sees, in reading order.</summary>
/// <param name="Edges"><c>n1-n2</c>.</param>
public sealed record GraphOnPage(IReadOnlyList<ClaimOnPage> Claims, IReadOnlySet<string> Edges)
{
    public const string Claim = "svg.g a.node";
    public const string Edge = "svg.g [data-e]";

    private const string ReadClaims = """
        nodes => JSON.stringify(nodes.map(n => ({
          Id: n.id,
          Category: [...n.classList].find(c => c.startsWith('c-')) ?? '',
          Name: n.getAttribute('aria-label') ?? n.textContent })))
        """;

    private const string ReadEdges = "edges => JSON.stringify(edges.map(e => e.getAttribute('data-e')))";

    public static async Task<GraphOnPage> ReadAsync(IPage page)
    {
        var claims = await page.Locator(Claim).EvaluateAllAsync<string>(ReadClaims);
        var edges = await page.Locator(Edge).EvaluateAllAsync<string>(ReadEdges);
        return new(JsonSerializer.Deserialize<List<ClaimOnPage>>(claims)!, JsonSerializer.Deserialize<HashSet<string>>(edges)!);
    }

    public IEnumerable<string> Ids => Claims.Select(c => c.Id).Order(StringComparer.Ordinal);

    public ClaimOnPage? Find(string category, params string[] says) => Claims.FirstOrDefault(c => c.Category == category && c.Says(says));

    /// <summary>Nothing follows from it.</summary>
    public bool IsEnd(ClaimOnPage claim) => !Edges.Any(e => e.StartsWith(claim.Id + "-", StringComparison.Ordinal));
}
