using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages;

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

    public ILocator Claim(string id) => Drawing.Locator($"[data-claim='{id}']");

    public Task<GraphOnPage> ReadAsync() => GraphOnPage.ReadAsync(Drawing);
}
