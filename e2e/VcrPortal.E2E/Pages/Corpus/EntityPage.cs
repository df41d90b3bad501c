using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Corpus;

/// <summary><c>/compounds/…</c>, <c>/cell-lines/…</c>, <c>/genes/…</c>: all that is known of one thing.</summary>
public sealed class EntityPage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<EntityPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }
}
