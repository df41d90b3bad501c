using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/flag/{kind}/{number}</c>: somebody asks a moderator to look.</summary>
public sealed class FlagPage(Visitor visitor)
{
    /// <summary>What is flagged.</summary>
    public ILocator Text => visitor.Page.GetByTestId("flagged");
    /// <summary>What became of one's own flag.</summary>
    public ILocator Own => visitor.Page.GetByTestId("own-flag");

    public async Task FlagAsync(string reason, string note)
    {
        await visitor.Page.GetByLabel(reason).CheckAsync();
        await visitor.Page.GetByLabel("What is wrong with it").FillAsync(note);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Flag it" }).ClickAsync();
    }
}
