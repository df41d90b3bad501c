using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

// What its addresses lead to.
public sealed partial class TracePage
{
    /// <summary>What stands behind a fragment: <c>n4</c>, <c>e:n1>n4</c>, <c>ev-1</c>.</summary>
    public ILocator Anchor(string id) => Page.Locator($"[id=\"{id}\"]");

    /// <summary>What somebody who hears the page is told of where they have arrived.</summary>
    public ILocator Arrived => Page.GetByTestId("arrived");

    /// <summary>The ids of the links between claims, as addresses name them.</summary>
    public async Task<IReadOnlyList<string>> LinkIdsAsync() =>
        await Page.Locator("[data-edge]").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.edge)");

    public async Task ChooseLinkAsync(string id)
    {
        await Page.Locator($"[data-edge=\"{id}\"]").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
    }
}
