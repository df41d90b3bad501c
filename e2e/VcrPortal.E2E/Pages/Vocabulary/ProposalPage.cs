using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Vocabulary;

/// <summary><c>/proposals/{number}</c>: what a primitive would be, what it would change, and the decision.</summary>
public sealed class ProposalPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public string Path => new Uri(Page.Url).AbsolutePath;
    public ILocator State => Page.GetByTestId("proposal-state");
    public ILocator DryRunResult => Page.GetByTestId("dry-result");
    public ILocator Decision => Page.GetByRole(AriaRole.Complementary, new() { Name = "Decision and discussion" });

    public static async Task<ProposalPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    public async Task DryRunAsync()
    {
        await Page.GetByTestId("dry-run").ClickAsync();
        await Expect(DryRunResult).ToBeVisibleAsync();
    }

    public Task AcceptAsync() => Page.GetByTestId("accept").ClickAsync();
}
