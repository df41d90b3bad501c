using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Reasoning.Tests.Exports;

public partial class MermaidExportTests
{
    [Fact]
    public void Write_OfASmallGraph_DrawsCauseAndCorrelationApart()
    {
        const string expected = """
            flowchart TD
              a0["set_context: C32"]
              a1["binds_to: binimetinib, MAP2K1"]
              a2["regulates_expression: MAPK1, DUSP6, SPRY4, down"]
              a3["undeclared: n9"]
              a1 --> a2
              a2 -.-> a3
              classDef supported stroke:#1a7f37,stroke-width:2px
              class a1 supported
              classDef refuted stroke:#b3261e,stroke-width:3px
              class a2 refuted

            """;
        Assert.Equal(expected, MermaidExport.Write(SmallGraph.Graph, SmallGraph.Verdicts), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Write_WhenTextIsMarkup_WritesEntities() =>
        Assert.Contains("a#34;#93;#59; click a href #60;script#62;", MermaidExport.Write(SmallGraph.With("a\"]; click a href <script>")));

    [Fact]
    public void Write_OfAnyGraph_HasOnlyLinesOfTheFlowchart() =>
        Prop.ForAll(Graphs.Any, graph => MermaidExport.Write(graph).TrimEnd('\n').Split('\n').Skip(1).All(line => Line().IsMatch(line)))
            .QuickCheckThrowOnFailure();

    [GeneratedRegex(@"^  a\d+(\[""(#\d+;|[^""#<>\[\]{}|`])*""\]| (-->|-\.->) a\d+)$")]
    private static partial Regex Line();
}
