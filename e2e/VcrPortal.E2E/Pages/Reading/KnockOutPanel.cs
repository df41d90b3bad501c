using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>The part of a trace's page where parts of it are assumed false.</summary>
public sealed class KnockOutPanel(IPage page)
{
    private ILocator Region => page.GetByRole(AriaRole.Region, new() { Name = "Knock-out", Exact = true });

    /// <summary>At the head of the page: what it shows is a supposition.</summary>
    public ILocator Supposition => page.GetByRole(AriaRole.Note).Filter(new() { HasText = "A supposition" });

    public ILocator Assumed => List("Assumed false");
    public ILocator Fates => List("What follows");
    public ILocator Sets => List("Smallest sets").GetByRole(AriaRole.Link);
    public ILocator PutAllBack => Region.GetByRole(AriaRole.Link, new() { Name = "Restore all" });

    /// <summary>What becomes of one conclusion.</summary>
    public ILocator FateOf(string conclusion) => Fates.GetByRole(AriaRole.Listitem)
        .Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = conclusion, Exact = true }) });

    /// <summary>The id of the conclusion whose sets are shown.</summary>
    public async Task<string> ConclusionAsync()
    {
        var shown = Region.GetByRole(AriaRole.Navigation, new() { Name = "Conclusion" }).Locator("[aria-current=page]");
        return (await shown.InnerTextAsync()).Split(' ')[0];
    }

    /// <param name="part">The value of the choice: <c>src:WikiPathways</c>.</param>
    public async Task TakeOutAsync(string part)
    {
        await Region.GetByLabel("Assume false").SelectOptionAsync(part);
        await Region.GetByRole(AriaRole.Button, new() { Name = "Exclude" }).ClickAsync();
    }

    private ILocator List(string name) => Region.GetByRole(AriaRole.List, new() { Name = name, Exact = true });
}
