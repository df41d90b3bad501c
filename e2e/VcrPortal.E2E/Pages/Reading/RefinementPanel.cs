using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>The trail of a refinement, on the page of a job or of a trace.</summary>
public sealed class RefinementPanel(IPage page)
{
    public ILocator Whole => page.GetByTestId("refinement");
    public ILocator Steps => Whole.Locator("ol > li");
    public ILocator Kept => With("kept");
    public ILocator Reverted => With("reverted");

    /// <summary>All that each step says, in their order.</summary>
    public Task<IReadOnlyList<string>> ReadAsync() => Steps.AllInnerTextsAsync();

    private ILocator With(string word) => Steps.Filter(new() { Has = page.GetByText(word, new() { Exact = true }) });
}
