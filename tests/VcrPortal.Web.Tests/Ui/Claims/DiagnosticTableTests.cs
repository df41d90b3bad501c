using Bunit;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Ui.Claims;

public class DiagnosticTableTests : BunitContext
{
    private static readonly Diagnostic[] Items =
    [
        new("VCR222", Severity.Warning, "It names two things.", 2, 25, 13, null, new NodeId("n1")),
        new("VCR302", Severity.Error, "No action has that id.", 9, 1, 4, "edge(\"n1\", \"n2\")", new NodeId("n1"), new NodeId("n9")),
        new("VCR301", Severity.Error, SampleGraph.Hostile),
    ];

    [Fact]
    public void Table_PutsErrorsFirstAndLinksClaimAndLine()
    {
        var rows = Render<DiagnosticTable>(p => p.Add(t => t.Items, Items).Add(t => t.Page, "/t/VCT1")).FindAll("tbody tr");
        Assert.Equal(["VCR302", "VCR301", "VCR222"], rows.Select(r => r.QuerySelector("td")!.TextContent));
        Assert.Equal(["/t/VCT1#n1", "/t/VCT1#n9", "/t/VCT1#line-9"], rows[0].QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Error", rows[0].QuerySelector(".badge")!.TextContent);
        Assert.Contains("Try: edge(\"n1\", \"n2\")", rows[0].TextContent);
        Assert.Empty(rows[1].QuerySelectorAll("a, img, script"));
        Assert.Contains("line 2, column 25", rows[2].TextContent);
    }

    [Fact]
    public void Count_OfDiagnostics_SaysEachSeverityOnce()
    {
        Assert.Equal("2 errors, 1 warning", DiagnosticText.Count(Items));
        Assert.Equal("", DiagnosticText.Count([]));
    }

    [Fact]
    public void NumberedText_GivesEachLineItsAnchorAndKeepsTheTextWhole()
    {
        var text = Render<NumberedText>(p => p.Add(t => t.Text, "one\ntwo\n"));
        Assert.Equal("two\n", text.Find("#line-2").TextContent);
        Assert.Equal("one\ntwo\n", text.Find("pre").TextContent);
    }
}
