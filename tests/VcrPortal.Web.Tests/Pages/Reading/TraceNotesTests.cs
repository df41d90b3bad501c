using System.Collections.Immutable;
using Bunit;
using VcrPortal.Generation.Tables;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>What stands above a trace.</summary>
public sealed class TraceNotesTests : BunitContext
{
    private static readonly ActionGraph Graph = ExplanationReader.Read("""
        modulates_molecule_activity(id="n1", target="BRAF", direction="down")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")
        regulates_expression(id="n3", regulator="MYC", gene_list=["CDK4"], direction="down")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        """).Graph;

    private static TraceView View(ImmutableArray<Verdict> verdicts) => new(
        7, 1, true, "t", "c", null, null, null, null, TraceState.Published, null, "e", 1, default, Graph, [], verdicts,
            CountVerdicts.In(Graph, verdicts),
        ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, "", [], [], "");

    private string Notes(params ImmutableArray<Verdict> verdicts) => Render<TraceNotes>(p => p.Add(n => n.Trace, View(verdicts))).Markup;

    private static Verdict Judged(string id, VerdictKind kind, string source) =>
        new(new Claim(new(id)), kind, "DE", "1.0", "r", [new(source, "row")], false, "d", "h");

    [Fact]
    public void VerdictOnAMadeUpTable_SaysSynthetic()
    {
        Assert.Contains("Synthetic.", Notes(Judged("n3", VerdictKind.Supported, ExpressionTable.Synthetic)), StringComparison.Ordinal);
        Assert.DoesNotContain("Synthetic.", Notes(Judged("n3", VerdictKind.Supported, "PerturbQA")), StringComparison.Ordinal);
    }

    [Fact]
    public void ContradictedUpstreamClaim_IsNamed_ApartFromWhatFollows()
    {
        var notes = Notes(Judged("n1", VerdictKind.Refuted, "x"), Judged("n3", VerdictKind.Refuted, "x"));
        var (root, consequences) = (
            notes.IndexOf("Contradicted:", StringComparison.Ordinal),
            notes.IndexOf("What follows from it:", StringComparison.Ordinal));
        Assert.InRange(notes.IndexOf("#n1", StringComparison.Ordinal), root, consequences);
        Assert.True(
            notes.IndexOf("#n2", StringComparison.Ordinal) > consequences
            && notes.Contains("(loses all support)", StringComparison.Ordinal));
        Assert.True(
            notes.IndexOf("#n3", StringComparison.Ordinal) > consequences
            && notes.Contains("(contradicted too)", StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_OfATraceThatOnlyTheEnginesSourcesJudge_SaysThatNoVerdictIsIndependent()
    {
        ImmutableArray<Verdict> own = [Judged("n1", VerdictKind.Supported, "x") with { SameSource = true }];
        var bar = Render<CoverageBar>(p => p.Add(b => b.Sheet, ClaimSheet.From(Graph, own, isFinal: true))).Find("[role=img]");
        Assert.Equal("3 claims: 2 no test available, 1 not independent: same database", bar.GetAttribute("aria-label"));
    }

    [Fact]
    public void TraceWithoutAnyOfThese_HasNoNotes() => Assert.Equal("", Notes(Judged("n1", VerdictKind.Supported, "x")).Trim());
}
