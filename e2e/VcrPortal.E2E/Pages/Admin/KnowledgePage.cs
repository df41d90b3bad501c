using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Admin;

/// <summary><c>/admin/knowledge</c>: what the portal knows, and imports.</summary>
public sealed class KnowledgePage(Visitor visitor)
{
    public const string Path = "/admin/knowledge";

    private IPage Page => visitor.Page;

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Import => Page.GetByRole(AriaRole.Button, new() { Name = "Import" });
    public ILocator Refusal => Page.GetByRole(AriaRole.Alert);
    public ILocator Imported => Page.GetByRole(AriaRole.Heading, new() { Name = "Imported", Exact = true });
    public ILocator ImportedFiles => Page.GetByRole(AriaRole.Region, new() { Name = "Imported files", Exact = true });

    /// <summary>Files on their way from the browser, and what became of them.</summary>
    public ILocator Uploads => Page.GetByTestId("uploads");

    public Task SendAsync(params FilePayload[] files) => Page.GetByLabel("Send files from this computer").SetInputFilesAsync(files);

    public static async Task<KnowledgePage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public ILocator Choice(string file) => Page.GetByRole(AriaRole.Checkbox, new() { Name = file });
}
