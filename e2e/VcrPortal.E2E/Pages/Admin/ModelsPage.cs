using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Admin;

/// <summary><c>/admin/models</c>: the configured language models and what they were used for.</summary>
public sealed class ModelsPage(Visitor visitor)
{
    public const string Path = "/admin/models";

    /// <summary>The button that tests the only model.</summary>
    public ILocator Test => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Test the connection" });
    /// <summary>What came of the test.</summary>
    public ILocator Answer => visitor.Page.GetByRole(AriaRole.Status);
    /// <summary>Who, jobs, tokens in and out, cost; of all months.</summary>
    public ILocator UsageFigures => visitor.Page.GetByTestId("usage").GetByRole(AriaRole.Cell);

    public static async Task<ModelsPage> OpenAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Path);
        return new(visitor);
    }
}
