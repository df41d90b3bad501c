using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>How models write, and what is made of it.</summary>
public class ToleranceTests
{
    private const string Plain = """binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove")""";

    [Theory]
    [InlineData("""binds_to(id='n1', actor='venetoclax', target='BCL2', via='groove')""")]
    [InlineData("binds_to(id=“n1”, actor=“venetoclax”, target=‘BCL2’, via=«groove»)")]
    [InlineData("""binds_to( id = "n1" , actor = "venetoclax" , target = "BCL2" , via = "groove" , )""")]
    [InlineData("""  - binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove")""")]
    [InlineData("""1. binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove");""")]
    [InlineData("""12) `binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove")`""")]
    [InlineData("```python\nbinds_to(id=\"n1\", actor=\"venetoclax\", target=\"BCL2\", via=\"groove\")\n```")]
    [InlineData("binds_to(\r\n  id=\"n1\",\r\n  actor=\"venetoclax\",\r\n  target=\"BCL2\",\r\n  via=\"groove\"\r\n)\r\n")]
    [InlineData("""binds_to (id="n1", actor="venetoclax", target="BCL2", via="groove") # the drug""")]
    [InlineData("// first\nbinds_to(id=\"n1\", # name\n actor=\"venetoclax\", // drug\n target=\"BCL2\", via=\"groove\")")]
    [InlineData("""binds_to(id="n1" actor="venetoclax" target="BCL2" via="groove")""")]
    [InlineData("""binds_to(id="n1"; actor="venetoclax"; target="BCL2"; via="groove")""")]
    [InlineData("""binds_to({id: "n1", "actor": "venetoclax", "target": "BCL2", 'via': "groove"})""")]
    public void Read_OfOtherPunctuation_GivesTheSameActionWithoutComplaint(string text)
    {
        var result = ExplanationReader.Read(text);

        Assert.Equal(Plain, ExplanationWriter.Write(Assert.Single(result.Graph.Actions)));
        Assert.DoesNotContain(result.Diagnostics, d => d.Code.StartsWith("VCR1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""binds_to(id=n1, actor=venetoclax, target=BCL2, via=groove)""", "VCR152")]
    [InlineData("""binds_to("n1", "venetoclax", "BCL2", via="groove")""", "VCR148")]
    [InlineData("""binds_to(Id="n1", Actor="venetoclax", target="BCL2", via="groove")""", "VCR144")]
    [InlineData("""Binds_To(id="n1", actor="venetoclax", target="BCL2", via="groove")""", "VCR143")]
    [InlineData("""Then binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove")""", "VCR140")]
    [InlineData("""binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove", via="again")""", "VCR123")]
    [InlineData("""binds_to(id="n1", actor="venetoclax", target="BCL2", "stray", via="groove")""", "VCR124")]
    [InlineData("""binds_to(id="n1", actor="venetoclax", target="BCL2", via="groove"])""", "VCR128")]
    public void Read_OfAPardonableSlip_GivesTheSameActionAndSaysSo(string text, string code)
    {
        var result = ExplanationReader.Read(text);

        Assert.Equal(Plain, ExplanationWriter.Write(Assert.Single(result.Graph.Actions)));
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Severity != Severity.Error && d.Line == 1);
    }

    [Theory]
    [InlineData("""gene_list=["DUSP6","SPRY4"]""", null)]
    [InlineData("""gene_list=["DUSP6", "SPRY4",]""", null)]
    [InlineData("""gene_list=("DUSP6", "SPRY4")""", null)]
    [InlineData("""gene_list={"DUSP6"; "SPRY4"}""", null)]
    [InlineData("""gene_list=[DUSP6, SPRY4]""", null)]
    [InlineData("gene_list=[\n  \"DUSP6\",\n  \"SPRY4\"\n]", null)]
    [InlineData("""gene_list="DUSP6", "SPRY4" """, "VCR147")]
    [InlineData("""gene_list="DUSP6, SPRY4" """, "VCR147")]
    [InlineData("""gene_list="DUSP6; SPRY4" """, "VCR147")]
    [InlineData("""gene_list=DUSP6;SPRY4""", "VCR147")]
    [InlineData("""gene_list=["DUSP6", "SPRY4" """, "VCR128")]
    public void Read_OfAListInAnyForm_GivesItsItems(string list, string? code)
    {
        var result = ExplanationReader.Read($"regulates_expression(id=\"n1\", regulator=\"MAPK1\", {list}, direction=\"down\")");

        Assert.Equal<string>(["DUSP6", "SPRY4"], Assert.Single(result.Graph.Actions)["gene_list"]!.Texts);
        Assert.Equal(Direction.Down, result.Graph.Actions[0].Direction);
        if (code is not null) Assert.Contains(result.Diagnostics, d => d.Code == code);
    }

    [Theory]
    [InlineData("""via="the \"blocked\" state" """, "the \"blocked\" state")]
    [InlineData("""via="the "blocked" state" """, "the \"blocked\" state")]
    [InlineData("""via='Alzheimer's disease' """, "Alzheimer's disease")]
    [InlineData("""via="3'-UTR" """, "3'-UTR")]
    [InlineData("""via="a, b (c), d=e" """, "a, b (c), d=e")]
    [InlineData("""via="https://example.org/#x" """, "https://example.org/#x")]
    [InlineData("""via="C/C=C\3" """, "C/C=C\\3")]
    [InlineData("""via="\u00b5M" """, "µM")]
    [InlineData("via=\"broken\n   over lines\"", "broken over lines")]
    [InlineData("via=binding (tight, fast)", "binding (tight, fast)")]
    [InlineData("via=IC50=12 nM", "IC50=12 nM")]
    public void Read_OfAnAwkwardText_KeepsItWhole(string argument, string text)
    {
        var graph = ExplanationReader.Read($"binds_to(id=\"n1\", actor=\"x\", target=\"y\", {argument})").Graph;

        Assert.Equal(text, graph.Actions[0].Text("via"));
    }

    [Fact]
    public void Read_OfSeveralCallsOnOneLine_GivesThemAll()
    {
        var graph = ExplanationReader.Read(Plain + "; " + Plain.Replace("n1", "n2") + " " + """edge("n1","n2")""").Graph;

        Assert.Equal(["n1", "n2"], graph.Actions.Select(a => a.Id!.Value.Value));
        Assert.Single(graph.Edges);
    }

    [Theory]
    [InlineData("n1 -> n2", CausalRelation.Causal)]
    [InlineData("- n1 --> n2", CausalRelation.Causal)]
    [InlineData("n1 → n2 (correlative)", CausalRelation.Correlative)]
    [InlineData("\"n1\" -> \"n2\" [causal]", CausalRelation.Causal)]
    [InlineData("n1 -> n2  # because", CausalRelation.Causal)]
    [InlineData("edge(n1, n2)", CausalRelation.Causal)]
    [InlineData("""edge(source="n1", target="n2", relation="correlates")""", CausalRelation.Correlative)]
    [InlineData("""edge("n1", "n2", "correlative")""", CausalRelation.Correlative)]
    [InlineData("""edge("n1", "n2", relation="inhibits")""", CausalRelation.Causal)]
    public void Read_OfAnEdgeInAnyForm_GivesTheEdge(string text, CausalRelation relation) =>
        Assert.Equal<CausalEdge>([new CausalEdge(new("n1"), new("n2"), relation)], ExplanationReader.Read(text + "\n").Graph.Edges);

    [Fact]
    public void Read_OfAChainOfArrows_GivesEveryEdge() =>
        Assert.Equal<CausalEdge>([Graphs.Edge("n1-n2"), Graphs.Edge("n2-n3")], ExplanationReader.Read("n1 -> n2 -> n3\n").Graph.Edges);

    [Fact]
    public void Read_OfAnUnknownArgument_KeepsItLastWithANote()
    {
        var result =
            ExplanationReader.Read("""localises_to(id="n1", direction="down", entity="FOXO3", from_loc="nucleus", to_loc="cytosol")""");

        Assert.Equal(
            """localises_to(id="n1", entity="FOXO3", from_loc="nucleus", to_loc="cytosol", direction="down")""",
            ExplanationWriter.Write(result.Graph.Actions[0]));
        var note = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.UnknownArgument.Code);
        Assert.Equal((Severity.Note, 1, 33), (note.Severity, note.Line, note.Column));
    }

    [Fact]
    public void Read_OfAnUnknownPrimitive_KeepsItWithTheNearestName()
    {
        var result = ExplanationReader.Read("""modulates_pathway_activty(id="n1", pathway="MAPK", direction="down")""");

        Assert.Null(result.Graph.Actions[0].Primitive);
        Assert.Equal("MAPK", result.Graph.Actions[0].Text("pathway"));
        var error = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.UnknownPrimitive.Code);
        Assert.Equal((Severity.Error, "modulates_pathway_activity"), (error.Severity, error.Suggestion));
    }

    [Fact]
    public void Read_OfASetContextLater_SaysThatItComesFirst()
    {
        var result = ExplanationReader.Read(Plain + "\nset_context(cell_type=\"C32\")\nset_context(cell_type=\"A549\")");

        Assert.Equal("C32", result.Graph.Context!.Text("cell_type"));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.ContextNotFirst.Code && d.Line == 2);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.SecondContext.Code && d.Line == 3);
    }

    [Fact]
    public void Read_OfAMapWhereATextStands_KeepsItAsWritten() =>
        Assert.Equal(
            "{\"dose\": \"5 µM\", \"time\": \"24 h\"}",
            ExplanationReader.Read("""set_context(extras={"dose": "5 µM", "time": "24 h"})""").Graph.Context!.Text("extras"));

    [Fact]
    public void Read_OfAWordWithAParenthesisInProse_IsProse()
    {
        var result = ExplanationReader.Read(Plain + "\napoptosis(es) then rises (see above)\nBCL-2(low) too\n");

        Assert.Single(result.Graph.Actions);
        Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.ProseInBlock.Code && d.Line == 2);
    }

    [Fact]
    public void Read_OfOneCallWithVeryManyArguments_ReadsTheFirst()
    {
        var arguments = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"a{i}=\"x\""));

        var result = ExplanationReader.Read($"binds_to(id=\"n1\", {arguments})");

        Assert.InRange(result.Graph.Actions[0].Arguments.Length, 1, 64);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.TooManyArguments.Code);
    }
}
