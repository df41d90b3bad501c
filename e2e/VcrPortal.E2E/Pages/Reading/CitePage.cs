using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary><c>/t/VCT12/cite</c>: citations of a trace, and the frame for somebody else's page.</summary>
public sealed class CitePage(Visitor visitor, string path)
{
    public string Path { get; } = path;

    /// <summary>What is pasted into another page.</summary>
    public ILocator Snippet => visitor.Page.GetByTestId("snippet");

    /// <param name="trace">Its path: <c>/t/VCT12</c>.</param>
    public static async Task<CitePage> OpenAsync(Visitor visitor, string trace)
    {
        var path = trace + "/cite";
        await visitor.Page.GotoAsync(path);
        return new(visitor, path);
    }
}
