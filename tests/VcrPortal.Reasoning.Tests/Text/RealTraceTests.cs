using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>What two real files hold, and what their authors should be told about them. Counted by hand from the files.</summary>
public class RealTraceTests
{
    private static string[] Codes(ReadResult result) => [.. result.Diagnostics.Select(d => d.Code)];

    [DataFact]
    public void Read_OfTheVcTracesRow_GivesItsGraph()
    {
        var result = ExplanationReader.Read(RealTraces.VcTracesRow());

        Assert.True(result.IsValid);
        Assert.Equal("HOP62 lung adenocarcinoma", result.Graph.Context!.Text("cell_type"));
        Assert.Equal(12, result.Graph.Actions.Length);
        Assert.Equal(11, result.Graph.Edges.Count(e => e.Relation == CausalRelation.Causal));
        Assert.Equal(new CausalEdge(new("n11"), new("n12"), CausalRelation.Correlative), result.Graph.Edges[^1]);
        Assert.Equal<string>(["BBC3", "BAX", "APAF1", "GADD45A", "DDIT3"], result.Graph.Find(new("n11"))!["gene_list"]!.Texts);
        Assert.Equal([new NodeId("n1")], result.Graph.Roots.Select(a => a.Id!.Value));
        Assert.Equal(10, result.Graph.Depth(new("n12")));
        Assert.Single(result.Graph.Components());
        // BAX/BAK, caspase-3/7, and an expression change that leads on to the phenotype.
        Assert.Equal(
            [DiagnosticRules.GroupAsOneEntity.Code, DiagnosticRules.GroupAsOneEntity.Code, DiagnosticRules.TerminalWithEffects.Code],
            Codes(result));
        Assert.Equal(["n4", "n9", "n11"], result.Diagnostics.Select(d => d.Action.ToString()));
    }

    [DataFact]
    public void Read_WhenTheDagColumnIsEmpty_IsAnError()
    {
        var result = ExplanationReader.Read(RealTraces.Sample("gemini2-5", 5));

        Assert.Equal(22, result.Graph.Actions.Length);
        Assert.False(result.IsValid);
        Assert.Contains(DiagnosticRules.NoEdges.Code, Codes(result));
        Assert.Equal(new NodeId("n0"), result.Graph.Context!.Id);
        Assert.Contains(DiagnosticRules.ContextWithId.Code, Codes(result));
        Assert.Equal("angiogenic tumors", result.Graph.Context.Text("disease"));
    }

    [DataFact]
    public void Read_WhenTheVariantIsWrittenVariantId_TakesItAndSaysWhere()
    {
        var result = ExplanationReader.Read(RealTraces.Sample("claude4", 98));

        Assert.True(result.IsValid);
        Assert.Equal("NF2_CRISPR_KD", result.Graph.Find(new("n1"))!.Text("variant"));
        var note = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.ArgumentAlias.Code);
        Assert.Equal((2, 27, "variant_id".Length, "variant"), (note.Line, note.Column, note.Length, note.Suggestion));
        // The knock-down branch never joins the drug branch.
        Assert.Equal(2, result.Graph.Components().Length);
        Assert.Contains(DiagnosticRules.DisconnectedPart.Code, Codes(result));
    }

    [DataFact]
    public void Read_WhenTheDirectionSaysStabilise_TakesItAsUpAndSaysWhere()
    {
        var result = ExplanationReader.Read(RealTraces.Sample("claude4", 98));

        Assert.Equal(Direction.Up, result.Graph.Find(new("n5"))!.Direction);
        var note = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.DirectionAlias.Code);
        Assert.Equal((6, Severity.Note), (note.Line, note.Severity));
    }

    [DataFact]
    public void Read_WhenABlockedMovementIsWrittenAsAMovement_Warns()
    {
        var result = ExplanationReader.Read(RealTraces.Sample("claude4", 69));

        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.PolarityInWords.Code && d.Action == new NodeId("n4"));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.AffinityInWords.Code && d.Action == new NodeId("n1"));
    }

    [DataFact]
    public void Read_OfEveryRealTrace_FindsNothingThatItDoesNotUnderstand()
    {
        var shapes = RealTraces.All().Select(text => ExplanationReader.Read(text))
            .Select(r => (r.Graph.Actions.Length, r.Graph.Edges.Length, r.IsValid));

        Assert.Equal(
            [(9, 10, true), (13, 15, true), (7, 6, true), (9, 8, true), (10, 10, true), (12, 14, true), (14, 18, true), (22, 0, false),
            (12, 12, true)], shapes);
    }

    [DataFact]
    public void Write_OfEveryRealTrace_ReadsBackAsTheSameGraph()
    {
        foreach (var text in RealTraces.All())
        {
            var graph = ExplanationReader.Read(text).Graph;
            Assert.True(ExplanationReader.Read(ExplanationWriter.Write(graph)).Graph.IsIdenticalTo(graph));
        }
    }
}
