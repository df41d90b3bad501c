using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/compare</c>: two to four traces, claim by claim.</summary>
public sealed class ComparePage(Visitor visitor)
{
    /// <param name="traces">Paths of traces: <c>/t/VCT12</c>.</param>
    public static string AddressOf(params ReadOnlySpan<string> traces)
    {
        var keys = new List<string>();
        foreach (var trace in traces) keys.Add("t=" + trace.Split('/')[^1]);
        return "/compare?" + string.Join('&', keys);
    }

    public static async Task<ComparePage> OpenAsync(Visitor visitor, string one, string other)
    {
        await visitor.Page.GotoAsync(AddressOf(one, other));
        return new(visitor);
    }

    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Facts => visitor.Page.GetByTestId("compared-facts").GetByRole(AriaRole.Row);
    /// <summary>No fact is cut at the side.</summary>
    public Task<bool> FactsFitAsync() => visitor.Page.GetByTestId("compared-facts").EvaluateAsync<bool>(
        "table => table.getBoundingClientRect().right <= innerWidth && table.parentElement.scrollWidth <= table.parentElement.clientWidth");

    public ILocator Claims => visitor.Page.GetByTestId("compared-claims").GetByRole(AriaRole.Row);
}
