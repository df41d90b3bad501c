using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Accounts;

/// <summary><c>/account/outside/new</c>: another site has said who somebody is.</summary>
public sealed class ChooseNamePage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Name => Page.GetByLabel("Name", new() { Exact = true });
    public ILocator Email => Page.GetByLabel("E-mail");

    public async Task MakeAccountAsync(string name)
    {
        await Name.FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
    }
}
