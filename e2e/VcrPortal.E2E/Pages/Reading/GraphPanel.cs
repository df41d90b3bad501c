using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>
/// The drawn graph of a page, as somebody meets it: one link for each claim and for each arrow, whose name says all that is seen on it.
/// </summary>
public sealed class GraphPanel(IPage page)
{
    public ILocator Drawing => page.GetByTestId("graph");

    public ILocator Claims => Drawing.GetByTestId("claim");

    /// <summary>Claims that the supposition of the page takes all support from.</summary>
    public ILocator Fallen => Drawing.GetByRole(AriaRole.Link, new() { Name = "loses all support" });

    public ILocator AssumedFalse => Drawing.GetByRole(AriaRole.Link, new() { Name = "assumed false" });

    /// <summary>The one claim that Tab leads to; the arrows lead on from it.</summary>
    public ILocator TabStop => Drawing.Locator("[data-claim][tabindex='0']");

    public ILocator Focused => Drawing.Locator("[data-claim]:focus");

    /// <summary>The link between two claims that the keyboard stands on.</summary>
    public ILocator FocusedLink => Drawing.Locator("[data-edge]:focus");

    /// <summary>Cards that stand for several claims.</summary>
    public ILocator Folded => Drawing.Locator("[data-holds]");

    /// <param name="name">"Zoom in", "Fit", "Map", "Full screen".</param>
    public ILocator Do(string name) => page.GetByRole(AriaRole.Group, new() { Name = "View of the graph" })
        .GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <param name="what">"Picture as SVG", "Copy link".</param>
    public async Task SaveAsync(string what)
    {
        await page.GetByRole(AriaRole.Group, new() { Name = "View of the graph" }).GetByText("Save", new() { Exact = true }).ClickAsync();
        await Do(what).ClickAsync();
    }

    /// <summary>The graph in small, with a frame around what is seen; nothing for a screen reader, which has the claims.</summary>
    public ILocator Map => page.GetByTestId("graph-map");

    /// <summary>The frame on the map.</summary>
    public ILocator SeenOnMap => Map.Locator("rect");

    /// <summary>Claims that are drawn on the map.</summary>
    public Task<int> ClaimsOnMapAsync() => Map.EvaluateAsync<int>(
        "map => [...map.querySelectorAll('path')].reduce((sum, path) => sum + path.getAttribute('d').split('M').length - 1, 0)");

    /// <summary>Where the frame of the drawing stands, in pixels from its top.</summary>
    public Task<double> ScrolledAsync() => Drawing.EvaluateAsync<double>("svg => svg.parentElement.parentElement.parentElement.scrollTop");

    /// <summary>In percent.</summary>
    public async Task<int> ZoomAsync() => int.Parse(
        (await page.GetByTitle("Show at 100 % (0)").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Nothing of the drawing is outside of its frame.</summary>
    public Task<bool> IsWholeInViewAsync() => Drawing.EvaluateAsync<bool>(
        """
        svg => {
          const frame = svg.parentElement.parentElement.parentElement;
          return frame.scrollWidth <= frame.clientWidth + 1 && frame.scrollHeight <= frame.clientHeight + 1;
        }
        """);

    public ILocator Claim(string id) => Drawing.Locator($"[data-claim='{id}']");

    /// <summary>Words on cards that leave their card or touch the next words on their line, as the browser draws them at 100 %.</summary>
    public async Task<IReadOnlyList<string>> MisplacedTextAsync()
    {
        await page.GetByTitle("Show at 100 % (0)").ClickAsync();
        return await Drawing.EvaluateAsync<string[]>(Misplaced);
    }

    /// <summary>The same of the graphs of other pages, each drawn in the place of this one's.</summary>
    /// <returns>With how many words were measured.</returns>
    public async Task<(IReadOnlyList<string> Found, int Words)> MisplacedTextAsync(IEnumerable<string> paths)
    {
        await page.GetByTitle("Show at 100 % (0)").ClickAsync();
        var measured = await Drawing.EvaluateAsync<Measured>(
            $$"""
            async (svg, paths) => {
              const found = [];
              let words = 0;
              for (const path of paths) {
                const there = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
                const other = document.adoptNode(there.querySelector("[data-testid='graph']"));
                svg.replaceWith(other);
                svg = other;
                words += svg.querySelectorAll("text").length;
                found.push(...({{Misplaced}})(svg).map(text => `${path} ${text}`));
              }
              return { found, words };
            }
            """, paths.ToArray());
        return (measured.Found, measured.Words);
    }

    private sealed record Measured(string[] Found, int Words)
    {
        public Measured() : this([], 0) { }
    }

    private const string Misplaced =
        """
        svg => {
          const found = [];
          const shown = text => text.textContent.trim() !== "" && getComputedStyle(text).visibility !== "hidden";
          for (const claim of svg.querySelectorAll("a[data-claim]")) {
            const card = claim.querySelector("rect[rx='5']").getBoundingClientRect();
            // What says "weakest step", how a claim stands and who looks at it sits on the edge of the card.
            const words = [...claim.querySelectorAll("text")].filter(t => shown(t) && !t.closest("g[transform]"))
              .map(t => ({ t, at: t.getBoundingClientRect() }));
            for (const { t, at } of words)
              if (at.left < card.left - 1 || at.right > card.right + 1 || at.bottom > card.bottom + 1)
                found.push(`${claim.dataset.claim}: "${t.textContent}" leaves its card`);
            for (const a of words) for (const b of words)
              if (a.t !== b.t && a.t.getAttribute("y") === b.t.getAttribute("y") && a.at.left < b.at.left && a.at.right > b.at.left + 1)
                found.push(`${claim.dataset.claim}: "${a.t.textContent}" runs into "${b.t.textContent}"`);
          }
          return found;
        }
        """;

    public Task<GraphOnPage> ReadAsync() => GraphOnPage.ReadAsync(Drawing);
}
