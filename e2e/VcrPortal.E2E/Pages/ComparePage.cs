using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/compare</c>: two to four traces, claim by claim.</summary>
public sealed class ComparePage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Facts => visitor.Page.GetByTestId("compared-facts").GetByRole(AriaRole.Row);
    public ILocator Claims => visitor.Page.GetByTestId("compared-claims").GetByRole(AriaRole.Row);
}
