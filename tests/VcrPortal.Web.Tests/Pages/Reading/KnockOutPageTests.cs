using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>The page of a trace under assumptions: all of it in the address, nothing that needs a script.</summary>
public class KnockOutPageTests(PublishedTrace published) : IClassFixture<PublishedTrace>
{
    [Fact]
    public async Task Page_WithoutAssumptions_ShowsTheTraceAsItIs()
    {
        var page = await PageAsync("/t/VCT1@1");
        Assert.Empty(page.QuerySelectorAll(".is-out, .is-fallen, .is-kept, .is-gone"));
        Assert.DoesNotContain("supposition", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithAClaimTakenOut_FadesWhatRestsOnItInEveryViewAndSaysSo()
    {
        // n1 -> n2 -> n3 and n4: without n2 both conclusions fall.
        var page = await PageAsync("/t/VCT1@1?out=n2");
        Assert.Equal(["n3", "n4"], Claims(page, "svg .claim.is-fallen"));
        Assert.Equal(["n2"], Claims(page, "svg .claim.is-out"));
        Assert.Equal(["n3", "n4"], Claims(page, ".outline-row.is-fallen"));
        Assert.Contains("loses all support", page.QuerySelector("svg .claim[data-claim=n3] title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Assumed false: n2. 2 of 2 conclusions lose all support.", page.QuerySelector(".note.warn[role=note]")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["n3", "n4"], Claims(await PageAsync("/t/VCT1@1?view=table&out=n2"), "tr.is-fallen"));
    }

    [Fact]
    public async Task Page_WithAnEdgeTakenOut_FadesOnlyWhatItLedTo()
    {
        var page = await PageAsync("/t/VCT1@1?out=n2%3En3");
        Assert.Equal(["n3"], Claims(page, "svg .claim.is-fallen"));
        Assert.Single(page.QuerySelectorAll("svg .edge.is-gone"));
    }

    [Theory]
    [InlineData("ev:1")]
    [InlineData("src:WikiPathways")]
    public async Task Page_WithEvidenceTakenOut_FadesTheClaimsWrittenFromNothingElse(string assumption)
    {
        var page = await PageAsync("/t/VCT1@1?out=" + assumption);
        Assert.Equal(["n2", "n3", "n4"], Claims(page, "svg .claim.is-fallen"));
        Assert.Contains("Written from nothing else: n2", page.QuerySelector(".assumed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_OfDetailsAndPanel_AddOneAssumptionAndTakeItBack()
    {
        var page = await PageAsync("/t/VCT1@1?out=n2&view=table");
        Assert.Equal("/t/VCT1@1?view=table&out=n2,n3#n3", page.QuerySelector("#n3 .knock-out-link a")!.GetAttribute("href"));
        Assert.Equal("/t/VCT1@1?view=table#n2", page.QuerySelector("#n2 .knock-out-link a")!.GetAttribute("href"));
        Assert.Equal("/t/VCT1@1?view=table#knock-out", page.QuerySelector(".assumed a")!.GetAttribute("href"));
        Assert.All(
            page.QuerySelectorAll("a[data-view]"), link => Assert.Contains("out=n2", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.EndsWith("/t/VCT1@1?view=table&out=n2", page.QuerySelector("a[data-copy]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SendsTheAssumptionsThatStandAlready()
    {
        var form = (await PageAsync("/t/VCT1@1?out=n3")).QuerySelector("#knock-out form")!;
        Assert.Equal(("get", "/t/VCT1@1#knock-out"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("n3", form.QuerySelector("input[name=out]")!.GetAttribute("value"));
        Assert.Equal(["Claims", "Edges", "Sources", "Evidence"], form.QuerySelectorAll("optgroup").Select(g => g.GetAttribute("label")));
        // A browser sends it so: the same name twice.
        Assert.Equal(["n2", "n3"], Claims(await PageAsync("/t/VCT1@1?out=n3&out=n2"), "svg .claim.is-out"));
    }

    [Fact]
    public async Task CutSets_OfTheChosenEnd_AreLinksThatAssumeThem()
    {
        var page = await PageAsync("/t/VCT1@1?end=n4");
        Assert.Equal("n4 apoptosis", page.QuerySelector(".ends a[aria-current]")!.TextContent);
        Assert.Equal(["n1", "n2"], page.QuerySelectorAll(".cuts a").Select(a => a.TextContent));
        Assert.Equal("/t/VCT1@1?out=n1&end=n4#knock-out", page.QuerySelector(".cuts a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("?out=n99,ev:77,src:none,n1>n9")]
    [InlineData("?out=%3Cscript%3E&end=%22%3E")]
    [InlineData("?out=&out=,,,")]
    public async Task Page_WithAssumptionsOfNothingInTheTrace_ShowsTheTraceAsItIs(string query) =>
        Assert.Empty((await PageAsync("/t/VCT1@1" + query)).QuerySelectorAll(".is-out, .is-fallen, script:not([src])"));

    private async Task<IDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await published.PageAsync(path));

    private static IEnumerable<string?> Claims(IDocument page, string selector) =>
        page.QuerySelectorAll(selector).Select(c => c.GetAttribute("data-claim")).Order(StringComparer.Ordinal);
}
