using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

public class TracesTablePageTests
{
    [Fact]
    public async Task Table_OfAReader_IsStatic_AndTheHeadOfAColumnIsALinkToItsOrder()
    {
        await using var portal = await FilledAsync();
        var table = await portal.Visitor().GetStringAsync("/traces?view=table");
        Assert.Contains("data-testid=\"table\"", table);
        Assert.DoesNotContain("class=\"mud-", table);
        Assert.Contains("href=\"/traces?sort=supported&amp;view=table\"", table); // the best first
        Assert.Contains("href=\"/traces?sort=name&amp;view=table\"", table);

        var named = await portal.Visitor().GetStringAsync("/traces?sort=name&view=table");
        Assert.True(At(named, "Abc") < At(named, "Xyz"));
        Assert.Contains("aria-sort=\"ascending\"", named);
        Assert.Contains("href=\"/traces?sort=name&amp;view=table&amp;order=down\"", named); // pressed again
        var turned = await portal.Visitor().GetStringAsync("/traces?sort=name&view=table&order=down");
        Assert.True(At(turned, "Abc") > At(turned, "Xyz"));
        Assert.Contains("aria-sort=\"descending\"", turned);
    }

    [Fact]
    public async Task AWordThatIsNoValueOfItsField_FindsNothing_AndTheValuesAreSaid()
    {
        await using var portal = await FilledAsync();
        var none = await portal.Visitor().GetStringAsync("/traces?q=votes:lots");
        Assert.Contains("finds nothing: votes is many, few, none or disagree.", none);
        Assert.DoesNotContain("finds nothing", await portal.Visitor().GetStringAsync("/traces?q=votes:many"));
    }

    private static int At(string html, string compound) => html.IndexOf($">{compound}<", html.IndexOf(
        "<tbody", StringComparison.Ordinal), StringComparison.Ordinal);

    private static async Task<WebPortal> FilledAsync()
    {
        var portal = new WebPortal();
        foreach (var owner in (string[])["one", "two"]) await portal.PublishAsync(Caller.Visitor(owner));
        await using var db = portal.Db();
        await db.Traces.Where(t => t.Number == 1).ExecuteUpdateAsync(s => s.SetProperty(t => t.Compound, "Xyz"));
        await db.Traces.Where(t => t.Number == 2).ExecuteUpdateAsync(s => s.SetProperty(t => t.Compound, "Abc"));
        return portal;
    }
}
