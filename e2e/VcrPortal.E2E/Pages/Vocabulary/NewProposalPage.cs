using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Vocabulary;

/// <summary><c>/proposals</c> with a search for what is there, then <c>/proposals/new</c>.</summary>
public sealed class NewProposalPage(Visitor visitor)
{
    public const string Path = "/proposals/new", List = "/proposals";

    private IPage Page => visitor.Page;

    /// <summary>Primitives that say nearly the same.</summary>
    public ILocator Closest => Page.GetByTestId("closest").GetByRole(AriaRole.Link);
    public ILocator Checked => Page.GetByTestId("checked");
    public ILocator Problems => Page.GetByTestId("problems");

    /// <summary>Looks for a primitive first.</summary>
    public static async Task<NewProposalPage> LookAsync(Visitor visitor, string words)
    {
        await visitor.Page.GotoAsync(List);
        await visitor.Page.GetByLabel("What should a claim say?").FillAsync(words);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Look for it" }).ClickAsync();
        return new(visitor);
    }

    public async Task FillAsync(string name, string definition, string arguments, string example, string counterExample, string signs)
    {
        await Page.GetByTestId("propose").ClickAsync();
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Page.GetByLabel("Definition").FillAsync(definition);
        await Page.GetByLabel("Arguments").FillAsync(arguments);
        await Page.GetByLabel("Examples", new() { Exact = true }).FillAsync(example);
        await Page.GetByLabel("Counter-examples").FillAsync(counterExample);
        await Page.GetByLabel("Words that show it today").FillAsync(signs);
    }

    public Task CheckAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();

    public Task ChangeExampleAsync(string example) => Page.GetByLabel("Examples", new() { Exact = true }).FillAsync(example);

    public async Task<ProposalPage> ProposeAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        var proposal = new ProposalPage(visitor);
        await Expect(proposal.State).ToHaveTextAsync("open");
        return proposal;
    }
}
