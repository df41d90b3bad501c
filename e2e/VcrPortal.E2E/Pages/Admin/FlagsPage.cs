using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Admin;

/// <summary><c>/admin/flags</c>: the queue of flags.</summary>
public sealed class FlagsPage(Visitor visitor)
{
    public const string Path = "/admin/flags";

    private IPage Page => visitor.Page;

    public ILocator States => Page.GetByTestId("flag-state");
    /// <summary>Why this moderator leaves one to another.</summary>
    public ILocator Conflict => Page.GetByTestId("flag-conflict");
    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public static async Task<FlagsPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public Task ShowAsync(string state) => Page.GetByRole(AriaRole.Button, new() { Name = state, Exact = true }).ClickAsync();

    /// <param name="act">"Uphold", "Dismiss" or "Take it back".</param>
    public async Task DecideAsync(string act, string why)
    {
        await Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Reason for flag") }).First.FillAsync(why);
        await Page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).First.ClickAsync();
    }
}
