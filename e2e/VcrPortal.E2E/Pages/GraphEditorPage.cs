using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages;

/// <summary>The page on which a graph is drawn anew.</summary>
internal sealed class GraphEditorPage(IPage page)
{
    public ILocator Claims => page.GetByTestId("board-claim");
    public ILocator Picker => page.GetByTestId("claim-picker");
    public ILocator Said => page.GetByTestId("said");
    public ILocator Changes => page.GetByTestId("changes");
    public ILocator Problems => page.GetByTestId("diagnostics");
    public ILocator Text => page.Locator("#text");

    public static async Task<GraphEditorPage> OpenAsync(IPage page, string trace)
    {
        await page.GotoAsync(trace + "/revise");
        var revise = new GraphEditorPage(page);
        await Expect(revise.Claims.First).ToBeVisibleAsync();
        return revise;
    }

    public ILocator Claim(string id) => page.Locator($"[data-testid=board-claim][data-claim={id}]");
    public ILocator Button(string id) => page.GetByTestId(id);
    public ILocator Field(string argument) => page.GetByTestId("ed-" + argument);
    public ILocator Kind(string primitive) => page.Locator($"[data-kind={primitive}]");

    public async Task SendAsync(string why)
    {
        await page.GetByLabel("Why").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Make it revision") }).ClickAsync();
    }
}
