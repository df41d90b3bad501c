using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Read;

public class TracePathTests
{
    [Fact]
    public void Describe_NamesTheEndAndTheWay_EachSubjectOnce() => Assert.Equal("apoptosis, through MAP2K1 down", Describe(Samples.Text));

    [Fact]
    public void Describe_AWayWithManySteps_IsShortened()
    {
        var lines = Enumerable.Range(1, 9).Select(i => $"""modulates_molecule_activity(id="n{i}", target="G{i}", direction="up")""")
            .Append("""alleviates_phenotype(id="n10", actor="G9", phenotype="angiogenesis")""")
            .Concat(Enumerable.Range(1, 9).Select(i => $"""edge("n{i}", "n{i + 1}", relation="causal")"""));
        Assert.Equal("less angiogenesis, through G1 up → G2 up → G3 up → … → G9 up", Describe(string.Join('\n', lines)));
    }

    [Fact]
    public void Describe_WithoutAPhenotype_EndsInTheMeasurableAction() =>
        Assert.Equal("CCND1 down, through MAP2K1 down", Describe(Samples.PrunedText));

    [Theory]
    [InlineData("""binds_to(id="n1", actor="Vemurafenib", target="BRAF")""", "BRAF bound, no measurable end")]
    [InlineData(
        "binds_to(id=\"n1\", actor=\"Gefitinib\", target=\"EGFR\")\nmodulates_molecule_activity(id=\"n2\", target=\"EGFR\", "
        + "direction=\"down\")\nedge(\"n1\", \"n2\", relation=\"causal\")", "EGFR down, no measurable end")]
    public void Describe_WithoutAMeasurableEnd_SaysSo(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("")]
    [InlineData("nothing to read here")]
    public void Describe_AnEmptyGraph_IsEmpty(string text) => Assert.Equal("", Describe(text));

    [Fact]
    public void Describe_ACycle_Ends() => Assert.NotEqual("", Describe(Samples.Text + "\n" + """edge("n4", "n1", relation="causal")"""));

    private static string Describe(string text) => TracePath.Describe(ExplanationReader.Read(text).Graph);
}
