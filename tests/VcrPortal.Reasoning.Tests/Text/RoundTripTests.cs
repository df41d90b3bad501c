using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>Writer and reader are inverse to each other, whatever the texts hold.</summary>
public class RoundTripTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameGraph() =>
        Prop.ForAll(Graphs.Any, graph => ExplanationReader.Read(ExplanationWriter.Write(graph)).Graph.IsIdenticalTo(graph))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>So that a graph in hand may stand for the text that was written of it, and nobody needs to read that again.</summary>
    [Fact]
    public void InCanonicalOrder_OfAnyGraph_IsWhatItsTextReads() =>
        Prop.ForAll(Graphs.Any, graph =>
        {
            var (inHand, read) = (graph.InCanonicalOrder(), ExplanationReader.Read(ExplanationWriter.Write(graph)).Graph);
            return inHand.Edges.SequenceEqual(read.Edges) && inHand.IsIdenticalTo(read) && inHand.RevisionHash == read.RevisionHash
                && inHand.Problems().Select(p => p.Code).SequenceEqual(read.Problems().Select(p => p.Code));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Read_OfWhatWasWritten_FindsNoFaultInTheText() =>
        Prop.ForAll(Graphs.Any, graph => ExplanationReader.Read(ExplanationWriter.Write(graph)).Diagnostics
            .All(d => !d.Code.StartsWith("VCR1", StringComparison.Ordinal) || d.Code == DiagnosticRules.ListForText.Code
                || d.Code == DiagnosticRules.ContextWithId.Code)).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_OfWhatWasReadFromDamagedText_IsAFixedPoint() =>
        Prop.ForAll(Damage.AnyText, text =>
        {
            var once = ExplanationWriter.Write(ExplanationReader.Read(text).Graph);
            return ExplanationWriter.Write(ExplanationReader.Read(once).Graph) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Write_WhenArgumentsStandInAnyOrder_PutsThemInSchemaOrder()
    {
        var graph =
            ExplanationReader.Read("""binds_to(via="pocket", target="MAP2K1", affinity="0.9 nM", actor="trametinib", id="n1")""").Graph;

        Assert.Equal(
            """binds_to(id="n1", actor="trametinib", target="MAP2K1", affinity="0.9 nM", via="pocket")""",
            ExplanationWriter.Write(graph.Actions[0]));
    }

    [Fact]
    public void Write_WhenEdgesStandInAnyOrder_PutsThemInTopologicalOrder()
    {
        var graph = Graphs.From(3, "n2-n3", "n1-n3", "n1-n2");

        Assert.Equal("""
            edge("n1", "n2", relation="causal")
            edge("n1", "n3", relation="causal")
            edge("n2", "n3", relation="causal")

            """.ReplaceLineEndings("\n"), ExplanationWriter.WriteDag(graph));
    }

    [Theory]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("a\nb\tc", "\"a\\nb\\tc\"")]
    [InlineData("\u202Eabc", "\"\\u202Eabc\"")]
    [InlineData("0.1 µM, TGF-β", "\"0.1 µM, TGF-β\"")]
    public void Write_OfAText_EscapesWhatWouldEndOrHideIt(string text, string written) =>
        Assert.Equal($"set_context(cell_type={written})", ExplanationWriter.Write(Graphs.Context(text)));

    [Fact]
    public void Write_OfAListWhereOneTextStands_WritesAList()
    {
        var action = Graphs.Activity(1, "x", "up") with { Arguments = [new Argument("target", new ArgumentValue.List(["A", "B"]))] };

        Assert.Equal("""modulates_molecule_activity(id="n1", target=["A", "B"])""", ExplanationWriter.Write(action));
    }
}
