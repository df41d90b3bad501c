using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>The report of a trace with its marked passages, and the bar that marks what is chosen.</summary>
public sealed class ReportPane(IPage page)
{
    private ILocator Pane => page.GetByTestId("report");
    public ILocator Annotate => Pane.GetByRole(AriaRole.Button, new() { Name = "Annotate", Exact = true });
    public ILocator Bar => Pane.GetByRole(AriaRole.Toolbar, new() { Name = "Annotate the chosen passage" });
    /// <summary>What is told to whoever does not see what is chosen.</summary>
    public ILocator Said => Pane.GetByRole(AriaRole.Status);
    /// <summary>In the margin: each leads to what was said.</summary>
    public ILocator Signs => Pane.GetByRole(AriaRole.Link, new() { NameRegex = new(" on “") });
    public ILocator Words => Pane.Locator("mark");

    /// <summary>Chooses words as a mouse does; they must stand in one piece of text.</summary>
    public async Task SelectAsync(string words)
    {
        await Pane.EvaluateAsync(
            """
            (pane, words) => {
              const walker = document.createTreeWalker(pane.querySelector("[data-report]"), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
              }
              throw new Error(`"${words}" is not in the report`);
            }
            """, words);
        await Expect(Bar).ToBeVisibleAsync();
    }

    /// <param name="word">"Comment", "Support", "Doubt" or "Question".</param>
    public Task PressAsync(string word) => Bar.GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
}
