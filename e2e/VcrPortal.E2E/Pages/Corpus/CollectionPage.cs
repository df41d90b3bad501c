using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/collections/12</c>.</summary>
public sealed class CollectionPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public string Path => new Uri(Page.Url).AbsolutePath;
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Items => Page.GetByTestId("collected").GetByRole(AriaRole.Listitem);
    public ILocator Links => Items.Locator("a[href^='/t/VCT']");
    public ILocator Citation => Page.GetByTestId("citation");
    /// <summary>What only who may change it has.</summary>
    public ILocator Changes => Page.GetByText("Change the collection", new() { Exact = true });

    public static async Task<CollectionPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>Begins an empty one that belongs to a team.</summary>
    public static async Task<CollectionPage> BeginAsync(Visitor visitor, string title, string team)
    {
        await visitor.Page.GotoAsync("/collections");
        await visitor.Page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await visitor.Page.GetByLabel("Whose it is").SelectOptionAsync(new SelectOptionValue { Label = team });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Begin it" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex(@"/collections/\d+$"));
        return new(visitor);
    }

    /// <summary>Types a note, and saves nothing.</summary>
    /// <param name="at">Counted from 0.</param>
    public async Task TypeNoteAsync(int at, string note)
    {
        await Items.Nth(at).Locator("summary").ClickAsync();
        await Items.Nth(at).GetByLabel("Why it is here").FillAsync(note);
    }

    public async Task SaveNoteAsync(int at)
    {
        await Items.Nth(at).GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Page.WaitForURLAsync("**" + Path);
    }

    /// <param name="at">Counted from 0.</param>
    /// <param name="button">"Move up", "Move down", "Take out".</param>
    public async Task DoAsync(int at, string button)
    {
        await Items.Nth(at).Locator("summary").ClickAsync();
        await Items.Nth(at).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Page.WaitForURLAsync("**" + Path);
    }
}
