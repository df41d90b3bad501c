using Bunit;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.Components;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Ui.Claims;

public class ClaimDetailsTests : BunitContext
{
    [Fact]
    public void Details_CarryTheAnchorOfTheirClaim() => Assert.Equal("n2", Show(SampleGraph.Sheet(), "n2").Find("article").Id);

    [Fact]
    public void Details_ShowArgumentsAndDefinition()
    {
        var shown = Show(SampleGraph.Sheet(), "n1");
        Assert.Contains("12 nM", shown.Find("dl.pairs").TextContent);
        Assert.Contains(SampleGraph.Graph.Actions[0].Primitive!.Definition, shown.Find("[data-tab=claim]").TextContent);
    }

    [Fact]
    public void Ledger_SameSourceVerdict_SaysThatItDoesNotCount()
    {
        var ledger = Show(SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Supported, sameSource: true)), "n1")
            .Find("ol.ledger").TextContent;
        Assert.Contains("Same database, agrees", ledger);
        Assert.Contains("not counted", ledger);
        Assert.DoesNotContain("Supported", ledger);
    }

    [Fact]
    public void Ledger_Verdict_NamesVerifierRowsAndVersions()
    {
        var ledger = Show(SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Refuted)), "n1").Find("ol.ledger").TextContent;
        foreach (var part in new[] { "DTI", "Contradicted", "Because.", "Tahoe-100M: row 1", "Check 1.0, data starter-1" }) Assert.Contains(
            part, ledger);
    }

    [Fact]
    public void Details_OfAnUnjudgedClaim_NameTheRefutedCause()
    {
        var sheet = SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Refuted));
        Assert.Contains(
            "follows from n1, which is contradicted",
            Show(sheet, "n4").Markup.Replace("<a class=\"claimref\" href=\"#n1\">n1</a>", "n1", StringComparison.Ordinal));
        Assert.DoesNotContain("which is contradicted", Show(sheet, "n1").Markup);
    }

    [Fact]
    public void Details_LinkToTheEvidenceTheyWereWrittenFrom()
    {
        var item = new EvidenceItem(4, "Tahoe-100M", "2025", null, "A title", "A passage", null, "CC0-1.0", TrustTier.Curated);
        var shown = Render<ClaimDetails>(
            p => p.Add(d => d.Sheet, SampleGraph.Sheet()).Add(d => d.Row, SampleGraph.Sheet().Rows[1]).Add(d => d.Cited, [item])
            .Add(d => d.Page, "/t/VCT1"));
        Assert.Equal("/t/VCT1#ev-4", shown.Find("a.cite").GetAttribute("href"));
    }

    [Fact]
    public void Evidence_WithAnAddressThatIsNoWebAddress_ShowsNoLink()
    {
        var item = new EvidenceItem(
            1, "X", "1", "PMID:1", SampleGraph.Hostile, SampleGraph.Hostile, "javascript:alert(1)", "CC0-1.0", TrustTier.Open);
        var list = Render<EvidenceList>(p => p.Add(e => e.Items, [item]));
        Assert.Empty(list.FindAll("a, img, script"));
        Assert.Equal(SampleGraph.Hostile, list.Find(".passage").TextContent);
    }

    [Fact]
    public void Tally_Counts_AreNamedInTheFixedOrder() => Assert.Equal(
        "2 supported directly, 1 supported elsewhere, 1 contradicted, 1 disputed, 2 no test available, "
            + "4 not independent: same database",
        Render<VerdictSummary>(p => p.Add(t => t.Of, new VerdictCounts(3, 1, 0, 2, 4, Disputed: 1, Direct: 2)))
            .Find(".verdict-counts").GetAttribute("aria-label"));

    private IRenderedComponent<ClaimDetails> Show(ClaimSheet sheet, string id) =>
        Render<ClaimDetails>(p => p.Add(d => d.Sheet, sheet).Add(d => d.Row, sheet.Find(new NodeId(id))!));
}
