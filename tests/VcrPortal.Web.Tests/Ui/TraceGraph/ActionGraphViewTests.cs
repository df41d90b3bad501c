using Bunit;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Ui.TraceGraph;

public class ActionGraphViewTests : BunitContext
{
    [Fact]
    public void Twins_OneSheet_HoldTheSameClaimsInTheSameOrder()
    {
        var sheet = SampleGraph.Sheet();
        var ids = sheet.Rows.Select(r => r.Id.Value).ToList();
        Assert.Equal(ids, ClaimsOf(Draw(sheet)));
        Assert.Equal(ids, ClaimsOf(Render<Outline>(p => p.Add(o => o.Sheet, sheet))));
        Assert.Equal(ids, ClaimsOf(Render<ClaimTable>(p => p.Add(t => t.Sheet, sheet))));
    }

    [Fact]
    public void Claim_OwnAnchor_IsALinkToItself()
    {
        var claim = Draw(SampleGraph.Sheet(), page: "/jobs/7").Find("a#n2");
        Assert.Equal("/jobs/7#n2", claim.GetAttribute("href"));
    }

    [Fact]
    public void Claim_OnAPageWithDetails_LeavesTheIdToThem() =>
        Assert.Empty(
            Render<ActionGraphView>(
            p => p.Add(v => v.Sheet, SampleGraph.Sheet()).Add(v => v.Layout, LayeredLayout.Arrange(SampleGraph.Graph))
            .Add(v => v.OwnsAnchors, false)).FindAll("a.claim[id]"));

    [Fact]
    public void Name_OfAClaim_StartsWithWhatIsSeen()
    {
        var name = Draw(SampleGraph.Sheet(SampleGraph.Verdict("n2", VerdictKind.Supported))).Find("a#n2 > title").TextContent;
        Assert.Equal("activity falls n2 MAP2K1 down n1 elsewhere. Claim 3 of 6. Comes from n1. Goes to n3.", name);
    }

    [Fact]
    public void Name_OfACorrelativeEnd_SaysSo() =>
        Assert.Contains("Comes from n3, n4 (correlative). Nothing follows.", Draw(SampleGraph.Sheet()).Find("a#n5 > title").TextContent);

    [Fact]
    public void Drawing_Decoration_IsHiddenFromAssistiveTechnology()
    {
        var svg = Draw(SampleGraph.Sheet()).Find("svg.graph");
        Assert.Equal("group", svg.GetAttribute("role"));
        Assert.All(svg.Children, child => Assert.True(child.LocalName == "a" || child.GetAttribute("aria-hidden") == "true"));
    }

    [Fact]
    public void Edges_OfBothRelations_AreToldApartWithoutColour()
    {
        var drawn = Draw(SampleGraph.Sheet());
        Assert.Equal(4, drawn.FindAll("a.edge.causal").Count);
        Assert.Equal("goes with", drawn.Find("a.edge.correlative text").TextContent);
    }

    [Fact]
    public void Link_WithAVerdict_IsAThingThatSaysItsVerdictAndWhy()
    {
        var link = Draw(SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Refuted, target: "n2", reason: "It rises in C32.")))
            .Find("a.edge[data-from='2'][data-to='3']");
        Assert.Equal("Link: n1 leads to n2. Contradicted: It rises in C32.", link.QuerySelector("title")!.TextContent);
        Assert.Equal(("e:n1>n2", "#e%3An1%3En2"), (link.GetAttribute("data-edge"), link.GetAttribute("href")));
        Assert.Contains("v-refuted", link.ClassList);
        Assert.NotNull(link.QuerySelector(".seal"));
    }

    [Fact]
    public void Link_WithoutAVerdict_IsNotDrawnAsRefutedOrSupported()
    {
        var link = Draw(SampleGraph.Sheet()).Find("a.edge[data-edge='e:n1>n2']");
        Assert.Null(link.QuerySelector(".seal"));
        Assert.Equal($"Link: n1 leads to n2. {ClaimMark.NotTestable.Word()}.", link.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void WeakestStep_ClaimOrLink_IsMarkedAndSaysSo()
    {
        var drawn = Render<ActionGraphView>(p => p.Add(v => v.Sheet, SampleGraph.Sheet())
            .Add(v => v.Layout, LayeredLayout.Arrange(SampleGraph.Graph)).Add(v => v.Weakest, new NodeId("n3"))
            .Add(v => v.WeakestLink, (new NodeId("n1"), new NodeId("n2"))));
        Assert.EndsWith("Weakest step.", drawn.Find("a.claim[data-weakest] > title").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Weakest step.", drawn.Find("a.edge[data-weakest] > title").TextContent, StringComparison.Ordinal);
        Assert.Single(drawn.FindAll("[data-graph-do=weakest]"));
    }

    [Fact]
    public void Bands_OfTheSample_StandFromBindingToPhenotype() =>
        Assert.Equal(["Binding", "Signalling", "Expression", "Phenotype"],
            Draw(SampleGraph.Sheet()).FindAll(".zone-word").Select(word => word.TextContent));

    [Fact]
    public void Graph_WithoutClaims_IsAnEmptyDrawing() =>
        Assert.Empty(Draw(ClaimSheet.From(new ActionGraph(SampleGraph.Graph.Vocabulary, null, [], []), [], isFinal: true))
            .FindAll("a.claim, a.edge"));

    [Fact]
    public void Foot_OfASameSourceVerdict_NeverLooksLikeSupport()
    {
        var claim = Draw(SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Supported, sameSource: true))).Find("a#n1");
        Assert.Equal("not counted", claim.QuerySelector("text.mark")!.TextContent);
        Assert.DoesNotContain("v-supported", claim.ClassList);
        Assert.DoesNotContain("Supported", claim.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void Context_WithoutAnId_IsDrawnOnceAsGiven()
    {
        var context = Draw(SampleGraph.Sheet()).Find("a#context");
        Assert.Equal("given", context.QuerySelector("text.word")!.TextContent);
        Assert.Contains("BRAF V600E GoF", context.TextContent);
    }

    [Fact]
    public void Text_ThatIsHostile_IsTextEverywhere()
    {
        var sheet = ClaimSheet.From(SampleGraph.HostileGraph(), [], isFinal: true);
        var layout = LayeredLayout.Arrange(sheet.Graph);
        AssertInert(Render<ActionGraphView>(p => p.Add(v => v.Sheet, sheet).Add(v => v.Layout, layout)));
        AssertInert(Render<Outline>(p => p.Add(o => o.Sheet, sheet)));
        AssertInert(Render<ClaimTable>(p => p.Add(t => t.Sheet, sheet)));
        AssertInert(Render<ClaimDetails>(p => p.Add(d => d.Sheet, sheet).Add(d => d.Row, sheet.Rows[^1])));
    }

    [Fact]
    public void Markup_OfTheGraph_HasNoInlineStyleOrHandler() =>
        Assert.DoesNotContain(
            Draw(SampleGraph.Sheet()).FindAll("*"), e =>
            e.Attributes.Any(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)));

    [Fact]
    public void Reasons_BesideClaims_StandWhereThereIsRoom()
    {
        var sheet = SampleGraph.Sheet(SampleGraph.Verdict("n3", VerdictKind.Refuted, reason: "The pathway rises here."));
        var drawn = Render<ActionGraphView>(
            p => p.Add(v => v.Sheet, sheet).Add(v => v.Layout, LayeredLayout.Arrange(sheet.Graph)).Add(v => v.ShowReasons, true));
        Assert.Contains("The pathway rises here.", string.Join(' ', drawn.FindAll("text.note-text").Select(t => t.TextContent)));
    }

    private IRenderedComponent<ActionGraphView> Draw(ClaimSheet sheet, string page = "") =>
        Render<ActionGraphView>(
            p => p.Add(v => v.Sheet, sheet).Add(v => v.Layout, LayeredLayout.Arrange(sheet.Graph)).Add(v => v.Page, page));

    private static IEnumerable<string?> ClaimsOf<T>(IRenderedComponent<T> view) where T : Microsoft.AspNetCore.Components.IComponent =>
        view.FindAll("[data-claim]").Select(e => e.GetAttribute("data-claim"));

    private static void AssertInert<T>(IRenderedComponent<T> view) where T : Microsoft.AspNetCore.Components.IComponent
    {
        Assert.Empty(view.FindAll("script, img"));
        Assert.DoesNotContain(view.FindAll("*"), e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Contains("onerror", view.Markup);
    }
}
