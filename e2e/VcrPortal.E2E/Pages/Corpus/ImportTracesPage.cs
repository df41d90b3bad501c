using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/traces/import</c>: a file of traces comes in.</summary>
public sealed class ImportTracesPage(Visitor visitor)
{
    public const string Path = "/traces/import";

    private IPage Page => visitor.Page;

    /// <summary>How the import that was begun last stands.</summary>
    public ILocator State => Page.GetByTestId("import-state");

    public static async Task<ImportTracesPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }

    public async Task ImportAsync(string file)
    {
        await Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(file);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
    }
}
