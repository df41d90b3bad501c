using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/inbox</c>: what concerns somebody, and what is new in the searches that they watch.</summary>
public sealed class InboxPage(Visitor visitor)
{
    public const string Path = "/inbox";

    public ILocator Watched => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Searches you watch", Exact = true });

    public ILocator Main => visitor.Page.GetByRole(AriaRole.Main);

    public static async Task<InboxPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    /// <summary>Follows an invitation.</summary>
    public async Task<TeamPage> OpenTeamAsync(string name)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        return new(visitor, "/teams/" + name);
    }

    public async Task<TracesPage> OpenSearchAsync(string words)
    {
        await Watched.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
        return new(visitor);
    }
}
