using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>Other names that real files use: taken where they mean something, written never, each with a note that says where.</summary>
public class AliasTests
{
    [Theory]
    [InlineData(
        """localizes_to(id="n1", entity="e", from_loc="a", to_loc="b")""",
        """localises_to(id="n1", entity="e", from_loc="a", to_loc="b")""")]
    [InlineData(
        """degrades_or_stabilizes(id="n1", regulator="r", target="t", direction="up")""",
        """degrades_or_stabilises(id="n1", regulator="r", target="t", direction="up")""")]
    [InlineData("""causes_phenotype(id="n1", source="s", phenotype="p")""", """induces_phenotype(id="n1", source="s", phenotype="p")""")]
    [InlineData(
        """modulates_activity(id="n1", entity="MEK", direction="down")""",
        """modulates_molecule_activity(id="n1", target="MEK", direction="down")""")]
    [InlineData(
        """modulates_activity(id="n1", entity="MAPK signalling", direction="down")""",
        """modulates_pathway_activity(id="n1", pathway="MAPK signalling", direction="down")""")]
    public void Read_OfAnotherName_TakesThePrimitive(string text, string canonical) =>
        AssertAlias(text, canonical, DiagnosticRules.NameAlias, 1);

    [Theory]
    [InlineData(
        """regulates_expression(id="n1", source="r", gene_list=["g"], direction="up")""",
        """regulates_expression(id="n1", regulator="r", gene_list=["g"], direction="up")""", 31)]
    [InlineData(
        """regulates_expression(id="n1", regulator="r", gene_or_signature=["g"], direction="up")""",
        """regulates_expression(id="n1", regulator="r", gene_list=["g"], direction="up")""", 46)]
    [InlineData(
        """regulates_translation(id="n1", source="r", rna_id="g", direction="up")""",
        """regulates_translation(id="n1", regulator="r", rna_id="g", direction="up")""", 32)]
    [InlineData(
        """degrades_or_stabilises(id="n1", source="r", target="t", direction="up")""",
        """degrades_or_stabilises(id="n1", regulator="r", target="t", direction="up")""", 33)]
    [InlineData(
        """gain_of_function(id="n1", variant_id="V600E", protein="BRAF")""",
        """gain_of_function(id="n1", variant="V600E", protein="BRAF")""", 27)]
    [InlineData(
        """alleviates_phenotype(id="n1", actor="a", abnormal_phenotype="p")""",
        """alleviates_phenotype(id="n1", actor="a", phenotype="p")""", 42)]
    [InlineData("""set_context(disease_model="melanoma")""", """set_context(disease="melanoma")""", 13)]
    [InlineData("""set_context(disease_context="melanoma")""", """set_context(disease="melanoma")""", 13)]
    public void Read_OfAnotherArgumentName_TakesTheArgument(string text, string canonical, int column) =>
        AssertAlias(text, canonical, DiagnosticRules.ArgumentAlias, column);

    [Theory]
    [InlineData("increase", "up")]
    [InlineData("increased", "up")]
    [InlineData("activation", "up")]
    [InlineData("stabilise", "up")]
    [InlineData("assembly", "up")]
    [InlineData("Up", "up")]
    [InlineData("decreased", "down")]
    [InlineData("inhibition", "down")]
    [InlineData("degrades", "down")]
    [InlineData("disassembly", "down")]
    public void Read_OfAnotherWordForADirection_TakesIt(string word, string direction) => AssertAlias(
        $"modulates_molecule_activity(id=\"n1\", target=\"t\", direction=\"{word}\")",
            $"modulates_molecule_activity(id=\"n1\", target=\"t\", direction=\"{direction}\")", DiagnosticRules.DirectionAlias, 60);

    [Fact]
    public void Read_OfSourceOnInducesPhenotype_IsItsOwnArgument() =>
        Assert.DoesNotContain(
            ExplanationReader.Read("""induces_phenotype(id="n1", source="s", phenotype="p")""").Diagnostics, d =>
            d.Code == DiagnosticRules.ArgumentAlias.Code);

    [Fact]
    public void Read_OfAnAliasOnAnotherPrimitive_IsAnUnknownArgument()
    {
        var result = ExplanationReader.Read("""binds_to(id="n1", actor="a", target="t", variant_id="V600E")""");

        Assert.Equal("V600E", result.Graph.Actions[0].Text("variant_id"));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.UnknownArgument.Code);
    }

    [Fact]
    public void Read_WhenBothNamesAreGiven_TheOwnOneWinsAndTheOtherIsKept()
    {
        var action = ExplanationReader.Read(
            """regulates_translation(id="n1", source="a", regulator="b", rna_id="g", direction="up")""").Graph.Actions[0];

        Assert.Equal(("b", "a"), (action.Text("regulator"), action.Text("source")));
    }

    [Fact]
    public void Read_OfAnIdOnTheContext_KeepsItForTheEdgesThatUseIt()
    {
        var result = ExplanationReader.Read(
            "set_context(id=\"n0\", cell_type=\"C32\")\n" + ExplanationWriter.Write(Graphs.Phenotype(1))
            + "\nedge(\"n0\", \"n1\", relation=\"causal\")\n");

        Assert.True(result.IsValid, string.Join("\n", result.Diagnostics));
        Assert.Same(result.Graph.Context, result.Graph.Find(new("n0")));
        Assert.Equal("n1", Assert.Single(result.Graph.Roots).Id!.Value.Value);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.ContextWithId.Code && d.Column == 13);
    }

    private static void AssertAlias(string text, string canonical, DiagnosticRule rule, int column)
    {
        var result = ExplanationReader.Read(text);
        var node = result.Graph.Context ?? Assert.Single(result.Graph.Actions);
        Assert.Equal(canonical, ExplanationWriter.Write(node));
        var note = Assert.Single(result.Diagnostics, d => d.Code == rule.Code);
        Assert.Equal((Severity.Note, 1, column), (note.Severity, note.Line, note.Column));
    }
}
