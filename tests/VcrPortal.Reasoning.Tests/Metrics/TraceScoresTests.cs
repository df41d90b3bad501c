using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Tests.Metrics;

public class TraceScoresTests
{
    private const string Text = """
        set_context(cell_type="C32")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1/MAP2K2")
        regulates_expression(id="n2", regulator="MAPK1", gene_list=["DUSP6", "SPRY4"], direction="down")
        edge("n1", "n2", relation="causal")
        """;

    [Fact]
    public void Compute_AValidTextAlone_ClaimsNoGroundingAndNoVerdicts() =>
        Assert.Equal(new(new(1, 1), null, null, []), Score() with { Verifiers = [] });

    [Fact]
    public void Compute_AnExplanationWithAnError_IsNotValid() =>
        Assert.Equal(
            new Share(0, 1),
            TraceScores.Compute(
            TraceDocument.From(ExplanationReader.Read(Text + "\nedge(\"n2\", \"n9\", relation=\"causal\")").Graph)).Valid);

    [Fact]
    public void Grounded_CountsEachMemberOfAGroupForItself()
    {
        // Mentions: C32, binimetinib, MAP2K1, MAP2K2, MAPK1, DUSP6, SPRY4.
        Assert.Equal(new Share(2, 7), Score(groundings: ["MAP2K1", "binimetinib"]).Grounded);
        // A group that is known as a family is one mention.
        Assert.Equal(new Share(1, 6), Score(groundings: ["MAP2K1/MAP2K2"]).Grounded);
    }

    [Fact]
    public void Ungrounded_NamesEachEntityOnce_AndNothingWhereNothingIsGrounded()
    {
        var graph = ExplanationReader.Read(Text).Graph;
        var grounded = TraceDocument.From(
            graph) with
        {
            Groundings = [new("C32", new("CVCL", "1097")), new("binimetinib", new("CHEBI", "1")), new("MAPK1", new("HGNC", "6871"))]
        };

        Assert.Equal(["MAP2K1", "MAP2K2", "DUSP6", "SPRY4"], MentionedEntities.In(grounded).Where(m => !m.IsGrounded).Select(m => m.Text));
        Assert.Equal(4, MentionedEntities.Ungrounded(grounded).Count(d => d.Severity == Severity.Note));
        Assert.Empty(MentionedEntities.Ungrounded(TraceDocument.From(graph)));
    }

    [Fact]
    public void Judged_CountsClaimsWithAnIndependentVerdict()
    {
        // Claims: n1, DUSP6 and SPRY4 of n2.
        var scores = Score(
            [Says("DTI", VerdictKind.Supported, "n1"), Says("DE", VerdictKind.Refuted, "n2", "DUSP6"),
            Says("DE", VerdictKind.Supported, "n2", "SPRY4", isOwn: true)]);

        Assert.Equal(new Share(2, 3), scores.Judged);
        Assert.Equal([new VerifierScore("DE", 0, 1, 3), new VerifierScore("DTI", 1, 0, 3)], scores.Verifiers.ToArray());
    }

    [Fact]
    public void VerifierScore_StandsBesideItsCoverage()
    {
        var score = new VerifierScore("DTI", 3, 1, 20);

        Assert.Equal(0.75, score.OfJudged.Value);
        Assert.Equal(0.15, score.OfClaims.Value);
        Assert.Null(new VerifierScore("DTI", 0, 0, 20).OfJudged.Value);
    }

    [Fact]
    public void Sum_AddsClaimsAndLeavesOutWhatWasNotTried()
    {
        var judged = Score([Says("DTI", VerdictKind.Supported, "n1")], ["C32"]);

        var sum = TraceScores.Sum([judged, Score(), judged]);

        Assert.Equal((new Share(3, 3), new Share(2, 14), new Share(2, 6)), (sum.Valid, sum.Grounded, sum.Judged));
        Assert.Equal([new VerifierScore("DTI", 2, 0, 6)], sum.Verifiers.ToArray());
    }

    [Fact]
    public void Mean_IsOverTheTracesThatHaveEachScore()
    {
        var mean = ReferenceScores.Mean([new(1, 1, 1, 1, 0.5, null), new(0.5, null, 0, 1, null, null)])!;

        Assert.Equal(new(0.75, 1, 0.5, 1, 0.5, null), mean);
        Assert.Null(ReferenceScores.Mean([]));
    }

    [Fact]
    public void WrittenTrace_OfATaggedAnswer_HoldsItsBlocksAndTheAnswer() =>
        Assert.Equal(
            new("a\nb", "c", "x <explain>\na\nb\n</explain><dag>\nc </dag>"),
            WrittenTrace.From("x <explain>\na\nb\n</explain><dag>\nc </dag>"));

    [Fact]
    public void WrittenTrace_OfPlainLines_TellsEdgesFromActions() =>
        Assert.Equal(new("a\nb", "  edge(1)\nedge(2)"), WrittenTrace.From("a\n  edge(1)\n\nb\nedge(2)\n"));

    private static TraceScores Score(ImmutableArray<Verdict>? verdicts = null, params string[] groundings) =>
        TraceScores.Compute(
            new(ExplanationReader.Read(Text).Graph, [], verdicts ?? [],
            [.. groundings.Select(g => new GroundedText(g, new Curie("X", "1")))], null));

    private static Verdict Says(string verifier, VerdictKind kind, string action, string? member = null, bool isOwn = false) =>
        new(new Claim(new NodeId(action), member), kind, verifier, "1", "r", [], isOwn, "1", "h");
}
