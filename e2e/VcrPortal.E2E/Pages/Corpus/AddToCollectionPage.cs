using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/collections/add</c>: into which collection what was chosen goes.</summary>
public sealed class AddToCollectionPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    /// <summary>What was chosen: accessions, or "Claim n3 of" one.</summary>
    public ILocator Picked => Page.GetByTestId("picked");
    public ILocator Title => Page.GetByLabel("Title of the new one");
    public ILocator Note => Page.GetByLabel("Why it is here");
    public ILocator Add => Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true });

    /// <summary>Chooses an existing one and adds to it.</summary>
    public async Task<CollectionPage> IntoAsync(string title, string note)
    {
        await Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{title}") }).CheckAsync();
        await Note.FillAsync(note);
        await Add.ClickAsync();
        return new(visitor);
    }

    /// <summary>Begins a new one with what was chosen.</summary>
    public async Task<CollectionPage> IntoNewAsync(string title)
    {
        await Page.GetByRole(AriaRole.Radio, new() { Name = "A new one" }).CheckAsync();
        await Title.FillAsync(title);
        await Add.ClickAsync();
        return new(visitor);
    }
}
