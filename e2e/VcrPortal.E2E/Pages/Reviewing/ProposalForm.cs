using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/proposals/new</c>.</summary>
public sealed class ProposalForm(Visitor visitor)
{
    public const string Path = "/proposals/new";

    private IPage Page => visitor.Page;

    /// <returns>The path of the new proposal.</returns>
    public async Task<string> ProposeAsync(string name)
    {
        await Page.GotoAsync(Path);
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Page.GetByLabel("Definition").FillAsync("One protein holds another and keeps it from its work.");
        await Page.GetByLabel("Arguments").FillAsync("actor | Entity | needed | what holds\ntarget | Entity | needed | what is held");
        await Page.GetByLabel("Examples", new() { Exact = true }).FillAsync(
            $"{name}(id=\"n1\", actor=\"BCL2\", target=\"BCL2L11\")\n{name}(id=\"n2\", actor=\"YWHAZ\", target=\"FOXO3\")");
        await Page.GetByLabel("Counter-examples").FillAsync("binds_to(id=\"n1\", actor=\"Venetoclax\", target=\"BCL2\")");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/proposals/\d+$"));
        return new Uri(Page.Url).AbsolutePath;
    }
}
