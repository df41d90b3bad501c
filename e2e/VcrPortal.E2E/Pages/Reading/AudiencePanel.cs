using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reading;

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

    /// <param name="expires">"in a day", "never".</param>
    /// <returns>The address, which is shown this once.</returns>
    public async Task<string> MakeLinkAsync(string expires)
    {
        await Links.GetByLabel("Expires").SelectOptionAsync(expires);
        await Button("Make a link").ClickAsync();
        return await Links.GetByLabel("Copy this address now").InputValueAsync();
    }

    public async Task RevokeAsync()
    {
        await Links.GetByRole(AriaRole.Button, new() { NameRegex = new("^Revoke the link") }).First.ClickAsync();
        await Expect(Links.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
    }

    /// <summary>Those that open something.</summary>
    public ILocator OpenLinks => Links.GetByRole(AriaRole.Listitem);

    private ILocator Links => Region.GetByTestId("share-links");

    private ILocator Button(string name) => Region.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
