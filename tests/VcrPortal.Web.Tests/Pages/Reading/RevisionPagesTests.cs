using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using VcrPortal.Web.Features.Revisions.Diff;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>History and diff of VCT1: its second revision lost a gene and a phenotype.</summary>
public class RevisionPagesTests(PublishedTrace published) : IClassFixture<PublishedTrace>
{
    [Fact]
    public async Task History_ListsRevisionsWithReasonAndWhatChanged()
    {
        var page = await PageAsync("/t/VCT1/history");
        var steps = page.QuerySelectorAll(".history > li");
        Assert.Equal(["Revision 2", "Revision 1"], steps.Select(s => s.QuerySelector("h2 a")!.TextContent));
        Assert.All(steps, s => Assert.Matches(@"· by\s+\S", s.TextContent));
        Assert.Contains("Two refuted claims removed", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 removed, 1 changed. Conclusions: 1 gained, 2 lost.", steps[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/t/VCT1/diff/1..2", steps[0].QuerySelector("p a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Diff_ShowsHunksWithBeforeAndNowInWords()
    {
        var page = await PageAsync("/t/VCT1/diff/1..2");
        var hunks = page.QuerySelectorAll("section:first-of-type .hunks > li");
        Assert.Equal(["Other gene list", "Removed"], hunks.Select(h => h.QuerySelector(".badge")!.TextContent));
        Assert.Equal("Before: CCND1, DUSP6", hunks[0].QuerySelector("del")!.TextContent);
        Assert.Equal("Now: CCND1", hunks[0].QuerySelector("ins")!.TextContent);
        Assert.Equal("/t/VCT1@1#n3", hunks[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Lost", page.QuerySelectorAll("section")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_TheOtherWayRound_AddsWhatWasRemoved() =>
        Assert.Contains("Added", (await PageAsync("/t/VCT1/diff/2..1")).QuerySelectorAll(".hunks .badge").Select(b => b.TextContent));

    [Fact]
    public async Task Diff_OfARevisionWithItself_SaysThatTheySayTheSame() =>
        Assert.Contains(
            "say the same", (await PageAsync("/t/VCT1/diff/2..2")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Diff_AskedByAForm_LeadsToItsOneAddress()
    {
        using var client = published.Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var answer = await client.GetAsync("/t/VCT1/diff?from=1&to=2");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/t/VCT1/diff/1..2", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/t/VCT9/history")]
    [InlineData("/t/VCT1@1/history")]
    [InlineData("/t/nonsense/history")]
    [InlineData("/t/VCT1/diff/1..9")]
    [InlineData("/t/VCT1/diff/1..")]
    [InlineData("/t/VCT1/diff/1-2")]
    [InlineData("/t/VCT1/diff")]
    [InlineData("/t/VCT9/diff/1..2")]
    public async Task Page_OfWhatIsNotThere_Answers404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await published.Portal.CreateClient().GetAsync(path)).StatusCode);

    [Fact]
    public async Task TracePage_LinksToHistoryAndToWhatChanged()
    {
        var page = await PageAsync("/t/VCT1");
        Assert.NotNull(page.QuerySelector("a[href='/t/VCT1/history']"));
        Assert.NotNull(page.QuerySelector("a[href='/t/VCT1/diff/1..2']"));
    }

    [Fact]
    public async Task TracePage_WithoutRemarks_SaysSoAndNumbersItsText()
    {
        var page = await PageAsync("/t/VCT1@1");
        Assert.Equal("No error, no warning and no note.", page.QuerySelector("#form p")!.TextContent);
        Assert.Equal(9, page.QuerySelectorAll(".numbered > span[id^=line-]").Length);
    }

    [Theory]
    [InlineData("1..2", 1, 2)]
    [InlineData("12..3", 12, 3)]
    public void Range_OfTwoRevisions_IsRead(string written, int from, int to) =>
        Assert.Equal(new RevisionRange(from, to), RevisionRange.Read(written));

    [Theory]
    [InlineData("..")]
    [InlineData("0..1")]
    [InlineData("1...2")]
    [InlineData("-1..2")]
    [InlineData("1..99999999999")]
    public void Range_OfAnythingElse_IsNone(string written) => Assert.Null(RevisionRange.Read(written));

    private async Task<IDocument> PageAsync(string path) => await new HtmlParser().ParseDocumentAsync(await published.PageAsync(path));
}
