using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Ui.TraceGraph;

public class ClaimSheetTests
{
    [Fact]
    public void From_Graph_PutsContextFirstAndCausesBeforeConsequences() =>
        Assert.Equal(["context", "n1", "n2", "n3", "n4", "n5"], SampleGraph.Sheet().Rows.Select(r => r.Id.Value));

    [Fact]
    public void From_ClaimWithoutVerdict_WaitsWhileRunningAndIsNotTestableAfterwards()
    {
        var running = ClaimSheet.From(SampleGraph.Graph, [], isFinal: false);
        Assert.All(running.Rows, r => Assert.Equal(ClaimMark.Pending, r.Mark));
        Assert.All(SampleGraph.Sheet().Rows, r => Assert.Equal(ClaimMark.NotTestable, r.Mark));
    }

    [Fact]
    public void From_GenesJudgedOneByOne_SaysHowMany()
    {
        var sheet = SampleGraph.Sheet(
            SampleGraph.Verdict("n4", VerdictKind.Supported, member: "CCND1"),
                SampleGraph.Verdict("n4", VerdictKind.Refuted, member: "MYC"),
                SampleGraph.Verdict("n4", VerdictKind.Undetermined, member: "DUSP6"));
        Assert.Equal("contradicted: 1 of 3", sheet.Find(new NodeId("n4"))!.MarkText);
    }

    [Fact]
    public void From_VerdictOnAnEdge_MarksTheEdgeAndNotTheClaim()
    {
        var sheet = SampleGraph.Sheet(SampleGraph.Verdict("n1", VerdictKind.Refuted, target: "n2"));
        Assert.Equal(ClaimMark.NotTestable, sheet.Find(new NodeId("n1"))!.Mark);
        Assert.Equal(ClaimMark.Refuted, sheet.EdgeMarks.Single(e => e.Key.Source.Value == "n1").Value);
    }

    [Fact]
    public void From_IdUsedTwice_ShowsItOnceAndDoesNotFail()
    {
        var twice = new ActionGraph(SampleGraph.Graph.Vocabulary, null, [SampleGraph.Graph.Actions[0], SampleGraph.Graph.Actions[0]], []);
        Assert.Single(ClaimSheet.From(twice, [], isFinal: true).Rows);
    }

    [Fact]
    public void From_ContextThatNoCheckDecides_IsNoClaim()
    {
        var undecided = new Verdict(
            Claim.ForContext("BRAF V600E GoF"), VerdictKind.Undetermined, "Genotype", "1.0", "Not listed.", [], false, "1", "h");
        Assert.Equal("not a claim", SampleGraph.Sheet(undecided).Context!.MarkText);
        Assert.Equal("not a claim", SampleGraph.Sheet().Context!.MarkText);
    }

    [Fact]
    public void From_VerdictOnTheContext_MarksTheContext()
    {
        var verdict =
            new Verdict(Claim.ForContext("BRAF V600E GoF"), VerdictKind.Supported, "Genotype", "1.0", "Listed.", [], false, "1", "h");
        Assert.Equal(ClaimMark.Elsewhere, SampleGraph.Sheet(verdict).Context!.Mark);
    }

    [Fact]
    public void Counts_WhileRunning_CountsNothingThatWaits() =>
        Assert.Equal(0, ClaimSheet.From(SampleGraph.Graph, [], isFinal: false).VerdictCountsOf(isFinal: false).Claims);
}
