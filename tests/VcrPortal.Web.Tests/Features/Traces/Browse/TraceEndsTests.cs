using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class TraceEndsTests
{
    [Theory]
    [InlineData("""induces_phenotype(id="n1", source="A", phenotype="Cell  Death")""", "|cell death|")]
    [InlineData("""alleviates_phenotype(id="n1", actor="A", phenotype="a|b")""", "|a b|")] // the bar is ours
    [InlineData("""regulates_translation(id="n1", regulator="A", rna_id="MYC", direction="up")""", "|regulates translation|")]
    [InlineData("""binds_to(id="n1", actor="A", target="B")""", "|")] // nothing that is measured
    public void Ends_AreWhatAnExplanationMayEndIn(string action, string ends) =>
        Assert.Equal(ends, TraceEnds.In(ExplanationReader.Read(action).Graph, _ => null));

    [Fact]
    public void Ends_AreEachOnce_AndInOneOrder() => Assert.Equal("|gene expression|growth|", TraceEnds.In(ExplanationReader.Read("""
        induces_phenotype(id="n1", source="A", phenotype="growth")
        regulates_expression(id="n2", regulator="A", gene_list=["MYC"], direction="up")
        regulates_expression(id="n3", regulator="B", gene_list=["FOS"], direction="down")
        """).Graph, _ => null));
}
