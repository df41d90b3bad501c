using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Ui;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Features.Traces.Read;

public class ConclusionTextTests
{
    [Fact]
    public void Answer_OfAnInferredEnd_SaysShould_InWhichCell_AndThroughWhat() => Assert.Equal(
        "Binimetinib should raise G1 arrest in C32: it binds MAP2K1, MAP2K1 activity falls and MAPK signalling falls.",
        Answer(SampleGraph.Graph).ToString());

    [Fact]
    public void Answer_WhoseEndIsSupported_StatesIt() => Assert.StartsWith(
        "Binimetinib raises G1 arrest in C32",
        Answer(SampleGraph.Graph, SampleGraph.Verdict("n5", VerdictKind.Supported) with { Strength = Strength.MeasuredHere }).Lead,
        StringComparison.Ordinal);

    [Fact]
    public void Weakest_IsTheContradictedClaimOnTheWay_NotOneBesideIt()
    {
        var answer = Answer(
            SampleGraph.Graph, SampleGraph.Verdict("n1", VerdictKind.Supported), SampleGraph.Verdict("n3", VerdictKind.Refuted));
        Assert.Equal("n3", answer.Weakest?.Id.Value);
    }

    [Fact]
    public void Answer_BeginsAtWhatThePerturbationDoes_NotAtAnAlterationThatIsNearerToTheEnd() => Assert.Equal(
        "Binimetinib should reduce cell proliferation in C32: it binds MAP2K1, MAP2K1 activity falls and MYC activity falls.",
        Answer(ExplanationReader.Read(
            """
            binds_to(id="n1", actor="Binimetinib", target="MAP2K1")
            modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")
            loss_of_function(id="n3", protein="ATM")
            modulates_molecule_activity(id="n4", target="MYC", direction="down")
            alleviates_phenotype(id="n5", actor="Binimetinib", phenotype="cell proliferation")
            edge("n1", "n2", relation="causal")
            edge("n2", "n4", relation="causal")
            edge("n3", "n4", relation="causal")
            edge("n4", "n5", relation="causal")
            """).Graph).ToString());

    [Fact]
    public void Answer_WithoutAMeasurableEnd_SaysThatTooLittleIsKnown() => Assert.Equal(
        "Binimetinib in C32: it binds MAP2K1. We know too little to reach a measurable effect in C32.",
        Answer(ExplanationReader.Read("binds_to(id=\"n1\", actor=\"Binimetinib\", target=\"MAP2K1\")").Graph).ToString());

    [Fact]
    public void Answer_OfAGraphWithoutClaims_SaysThatNoneWasMade()
    {
        var answer = Answer(ExplanationReader.Read("").Graph);
        Assert.Equal("No claim was made.", answer.Open);
        Assert.Null(answer.Weakest);
    }

    [Fact]
    public void Answer_OfACircle_IsStillASentence() => Assert.NotEmpty(Answer(ExplanationReader.Read("""
        modulates_molecule_activity(id="n1", target="A", direction="up")
        modulates_molecule_activity(id="n2", target="B", direction="up")
        edge("n1", "n2", relation="causal")
        edge("n2", "n1", relation="causal")
        """).Graph).ToString());

    [Fact]
    public void Answer_WhoseEndIsDisputed_SaysSoAtOnce() => Assert.StartsWith(
        "Binimetinib should raise G1 arrest in C32, though an independent source disputes it: ",
        Answer(SampleGraph.Graph, SampleGraph.Verdict("n5", VerdictKind.Disputed), SampleGraph.Verdict("n1", VerdictKind.Supported))
            .ToString(), StringComparison.Ordinal);

    [Fact]
    public void Answer_OfWhichNothingWasChecked_SaysMay_AndThatNothingWasChecked()
    {
        var answer = Answer(SampleGraph.Graph, SampleGraph.Verdict("n1", VerdictKind.Undetermined)).ToString();
        Assert.StartsWith("Binimetinib may raise G1 arrest in C32", answer, StringComparison.Ordinal);
        Assert.EndsWith("Nothing of this was checked by independent data.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WhoseTargetIsOnlySupposed_SaysIf()
    {
        var graph = ExplanationReader.Read("""
            binds_to(id="n1", actor="Bicalutamide", target="AR")
            modulates_molecule_activity(id="n2", target="AR", direction="down")
            regulates_expression(id="n3", regulator="AR", gene_list=["KLK3"], direction="down")
            edge("n1", "n2", relation="causal")
            edge("n2", "n3", relation="causal")
            """).Graph;
        var supposed = SampleGraph.Verdict("n2", VerdictKind.Undetermined) with
        {
            Verifier = "Expressed",
            Strength = Strength.MeasuredElsewhere,
        };
        var answer = Answer(graph, supposed, SampleGraph.Verdict("n1", VerdictKind.Supported)).ToString();
        Assert.StartsWith(
            "Binimetinib should reduce the expression of KLK3 in C32 if AR is expressed there", answer, StringComparison.Ordinal);
        Assert.EndsWith("The expression of AR in C32 is not known.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_ThatIsWithheld_SaysThatAndWhy_AndThatWhatWasWrittenDoesNotStand()
    {
        var sheet = ClaimSheet.From(SampleGraph.Graph, [], isFinal: true);
        Assert.Equal(
            "Withheld. Contradicted: Binimetinib binds MAP2K1 (n1). What was written does not stand: "
            + "Binimetinib should raise G1 arrest in C32.",
            ConclusionText.From(
                "Binimetinib", "C32", sheet, "As generated. vc-traces-2 withheld it. Contradicted: Binimetinib binds MAP2K1 (n1).")
                .ToString());
    }

    [Fact]
    public void Weakest_IsNeverASupportedStep_WhileAnotherIsUnsupported_AndSaysByWhichRule()
    {
        var kinds = Enum.GetValues<VerdictKind>();
        foreach (var (a, b) in from one in kinds from other in kinds select (one, other))
        {
            var answer = Answer(
                SampleGraph.Graph, SampleGraph.Verdict("n1", a), SampleGraph.Verdict("n2", b),
                SampleGraph.Verdict("n5", VerdictKind.Supported) with { Strength = Strength.MeasuredHere });
            Assert.NotEqual(VerdictKind.Supported, answer.Weakest is { Id.Value: "n1" } ? a : answer.Weakest is { Id.Value: "n2" } ? b
                : answer.Weakest is { Id.Value: "n5" } ? VerdictKind.Supported : VerdictKind.NotTestable);
            Assert.EndsWith(".", answer.WhyWeakest, StringComparison.Ordinal);
        }
    }

    private static ConclusionText Answer(ActionGraph graph, params ImmutableArray<Verdict> verdicts) => ConclusionText.From(
        new(7, 1, true, "t", "Binimetinib", null, "C32", null, null, TraceState.Published, null, "e", 1, default, graph, [], verdicts,
            CountVerdicts.In(graph, verdicts), ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, "", [], [], ""),
        ClaimSheet.From(graph, verdicts, isFinal: true));
}
