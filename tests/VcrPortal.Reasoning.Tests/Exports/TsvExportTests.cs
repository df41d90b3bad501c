using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Exports;

public class TsvExportTests
{
    [Fact]
    public void Write_OfASmallGraph_GivesIdsFirstAndOneRowForALoneNode()
    {
        string[] expected =
        [
            "source\ttarget\trelation\tsource_primitive\ttarget_primitive\tsource_label\ttarget_label\t"
                + "edge_verdict\tsource_verdict\ttarget_verdict",
            "n1\tn2\tcausal\tbinds_to\tregulates_expression\tbinds_to: binimetinib, MAP2K1\tregulates_expression: MAPK1, DUSP6, SPRY4, "
            + "down\tsupported\tsupported\trefuted",
            "n2\tn9\tcorrelative\tregulates_expression\tundeclared\tregulates_expression: MAPK1, DUSP6, SPRY4, down\tundeclared: "
            + "n9\t\trefuted\t",
            "\t\t\tset_context\t\tset_context: C32\t\t\t\t",
        ];
        Assert.Equal(expected, TsvExport.Write(SmallGraph.Graph, SmallGraph.Verdicts).Split('\n')[..^1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =HYPERLINK(1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    [InlineData("\"=1")]
    [InlineData("\" \"-1")]
    public void Write_WhenAnIdIsAFormula_NeutralisesIt(string id)
    {
        var action = Graphs.Phenotype(1) with { Id = new NodeId(id) };
        var row = TsvExport.Write(new ActionGraph(SmallGraph.Graph.Vocabulary, null, [action], [])).Split('\n')[1];
        Assert.StartsWith("'", row.TrimStart('"'));
    }

    [Fact]
    public void Write_WhenTextHoldsAQuote_QuotesTheCell() =>
        Assert.Contains("\t\"modulates_molecule_activity: a\"\"b, up\"\t", TsvExport.Write(SmallGraph.With("a\"b")));

    [Fact]
    public void Write_OfAnyGraph_HasTenCellsInEveryRowAndNoFormula() =>
        Prop.ForAll(Graphs.Any, graph => TsvExport.Write(graph).TrimEnd('\n').Split('\n')
            .All(row => row.Split('\t') is { Length: 10 } cells
                && cells.All(c => !"=+-@".Contains((c.TrimStart('"').TrimStart() + " ")[0])))).QuickCheckThrowOnFailure();
}
