using System.Text.Json;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>A claim as the page draws it.</summary>
/// <param name="Category">The category's word: <c>Interaction</c>.</param>
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
public sealed record GraphOnPage(IReadOnlyList<ClaimOnPage> Claims, HashSet<string> Edges)
{
    // Edges name their ends by reading number; ids may hold anything.
    private const string ReadAll = """
        svg => {
          const claims = [...svg.querySelectorAll('[data-claim]')];
          const idOf = n => claims.find(c => c.dataset.n === n)?.dataset.claim ?? '?';
          return JSON.stringify({
            Claims: claims.map(c => ({
              Id: c.dataset.claim, Category: c.dataset.category, Name: c.querySelector(':scope > title').textContent })),
            Edges: [...svg.querySelectorAll('[data-edge]')].map(e => `${idOf(e.dataset.from)}-${idOf(e.dataset.to)}`) });
        }
        """;

    /// <summary>The graph that is drawn now; empty where none is drawn yet.</summary>
    public static async Task<GraphOnPage> ReadAsync(ILocator drawing)
    {
        if (await drawing.CountAsync() == 0) return new([], []);
        return JsonSerializer.Deserialize<GraphOnPage>(await drawing.First.EvaluateAsync<string>(ReadAll))!;
    }

    public IEnumerable<string> Ids => Claims.Select(c => c.Id).Order(StringComparer.Ordinal);

    public ClaimOnPage? Find(string category, params string[] says) => Claims.FirstOrDefault(c => c.Category == category && c.Says(says));

    /// <summary>Nothing follows from it.</summary>
    public bool IsEnd(ClaimOnPage claim) => !Edges.Any(e => e.StartsWith(claim.Id + "-", StringComparison.Ordinal));
}
