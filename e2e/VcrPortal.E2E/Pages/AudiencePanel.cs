using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages;

/// <summary>Who may see a job and its trace, on the pages of both, for whoever launched it.</summary>
public sealed class AudiencePanel(IPage page)
{
    private ILocator Region => page.GetByRole(AriaRole.Region, new() { Name = "Who may see this", Exact = true });

    public Task MakePrivateAsync() => Button("Make private").ClickAsync();

    public async Task InviteAsync(string name)
    {
        await Region.GetByLabel("Invite by name").FillAsync(name);
        await Button("Invite").ClickAsync();
        await Expect(Button($"Remove {name}")).ToBeVisibleAsync();
    }

    private ILocator Button(string name) => Region.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
