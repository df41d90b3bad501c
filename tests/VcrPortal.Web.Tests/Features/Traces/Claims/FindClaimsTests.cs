using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Tests.Features.Traces.Claims;

/// <summary>Claims around one thing. In the sample n1 binds MAP2K1, n2 lowers it; by it n3 lowers two genes, n4 is a phenotype.</summary>
public class FindClaimsTests
{
    private static readonly ClaimSubject Gene = new("map2k1");

    private static readonly string Turned = Samples.Text.Replace("direction=\"down\"", "direction=\"up\"", StringComparison.Ordinal);

    [Fact]
    public async Task AClaim_CountsOnce_HoweverManyGenesItLists()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        foreach (var (subject, claims, about, by) in ((ClaimSubject, int, int, int)[])
            [(Gene, 4, 2, 3), (new("binimetinib", "Binimetinib"), 4, 4, 1), (new("c32", CellLine: "C32"), 4, 5, 0)])
        {
            var around = await AroundAsync(portal, subject, Samples.Anybody);
            Assert.Equal(
                (claims, 1, about, by), (around.Counts.Claims, around.Traces, around.About.Total, around.By.Total));
        }
    }

    [Fact]
    public async Task TheSameClaimInBothDirections_IsAContradiction_ForThoseWhoMaySeeBoth()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await portal.SaveTraceAsync(Turned, Samples.Ana.Key, isPrivate: true);
        Assert.Equal(0, (await AroundAsync(portal, Gene, Samples.Anybody)).Contradicted);
        var around = await AroundAsync(portal, Gene, Samples.Ana);
        Assert.Equal(3, around.Contradicted);
        var pair = around.Contradictions.Single(c => c.One.Content.Target == "map2k1");
        Assert.Equal(
            ("MAP2K1 activity rises", 2, "MAP2K1 activity falls", 1),
            (pair.One.Content.Sentence, pair.One.Latest, pair.Other!.Content.Sentence, pair.Other.Latest));
        Assert.Equal("Binimetinib in C32", pair.One.LatestName);
        Assert.Equal(3, (await AroundAsync(portal, new("c32", CellLine: "C32"), Samples.Ana)).Contradicted);
        Assert.Equal(3, (await AroundAsync(portal, new("binimetinib", "Binimetinib"), Samples.Ana)).Contradicted);
    }

    [Fact]
    public async Task APageThatIsNotThere_IsTheLastOne()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var around = await portal.Get<FindClaims>().AroundAsync(Gene, new(99, -1), Samples.Anybody, default);
        Assert.Equal((1, 1), (around.About.Page, around.By.Page));
        Assert.NotEmpty(around.About.Items);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ClaimMark.Supported)]
    [InlineData(ClaimMark.Refuted)]
    [InlineData(ClaimMark.NotTestable)]
    [InlineData(ClaimMark.Disputed)]
    public async Task ClaimsOfAVerdict_AreThoseThatHaveOneJudgedSo_WithAllTheirTraces(ClaimMark? mark)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await portal.SaveTraceAsync(Samples.Text);
        var all = (await AroundAsync(portal, Gene, Samples.Anybody)).By;
        var some = (await portal.Get<FindClaims>().AroundAsync(Gene, new(Mark: mark), Samples.Anybody, default)).By;
        Assert.Equal(all.Items.Where(g => mark is null || g.Counts.For(mark.Value) > 0), some.Items);
        Assert.Equal(some.Items.Length, some.Total);
        Assert.All(some.Items, g => Assert.Equal(2, g.Traces));
    }

    private static Task<ClaimsAround> AroundAsync(TestPortal portal, ClaimSubject subject, Caller caller) =>
        portal.Get<FindClaims>().AroundAsync(subject, new(), caller, default);
}
