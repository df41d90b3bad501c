using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Metrics;

/// <summary>The reference code's numbers, blind spots included. Expected values worked out by hand.</summary>
public class ReferenceScoresTests
{
    private const string Explain = "set_context(cell_type=\"C32\")\n  binds_to(id=\"n1\", actor=\"a\", target=\"b\")\n  explodes(id=\"n2\")\n  induces_phenotype(id=\"n3\", source=\"a\", phenotype=\"p\")";
    private const string Dag = "edge(\"n1\", \"n2\", relation=\"causal\")\nedge(\"n2\", \"n3\", relation=\"causal\")";

    [Fact]
    public void PrimitiveValidity_IsTheShareOfKnownNames() => Assert.Equal(0.75, ReferenceScores.PrimitiveValidity(Explain, PrimitiveVocabulary.Vcr20));

    [Fact]
    public void PrimitiveValidity_OfNothing_IsZero() => Assert.Equal(0, ReferenceScores.PrimitiveValidity("", PrimitiveVocabulary.Vcr20));

    [Fact]
    public void SchemaValidity_NeedsEveryTagClosed()
    {
        Assert.Equal(1, ReferenceScores.SchemaValidity(Damage.Sound));
        Assert.Equal(0, ReferenceScores.SchemaValidity(Damage.Sound.Replace("</dag>", "")));
        Assert.Equal(0, ReferenceScores.SchemaValidity(Damage.Sound.Replace("<think>", "<Think>")));
    }

    [Theory]
    [InlineData(Explain, Dag, 1)]
    [InlineData(Explain, "", 1)]
    [InlineData(Explain, "edge(\"n1\", \"n9\", relation=\"causal\")", 0)]
    [InlineData(Explain, "edge(\"n0\", \"n1\", relation=\"causal\")", 0)]
    [InlineData(Explain + "\n", Dag, 0)]
    public void IdCoherence_CountsLinesAndIds(string explain, string dag, double score) => Assert.Equal(score, ReferenceScores.IdCoherence(explain, dag));

    [Theory]
    [InlineData(Dag, 1)]
    [InlineData("", 1)]
    [InlineData(Dag + "\nedge(\"n3\", \"n1\", relation=\"causal\")", 0)]
    [InlineData("edge(\"n1\", \"n1\", relation=\"causal\")", 0)]
    [InlineData(Dag + "\nedge('n3', 'n1', relation='causal')", 1)]
    public void DagWellFormed_MeansNoCycleAmongTheEdgesItSees(string dag, double score) => Assert.Equal(score, ReferenceScores.DagWellFormed(dag));

    [Fact]
    public void EdgeF1_ComparesTriplesToFourDecimals()
    {
        const string reference = "edge(\"n1\", \"n2\", relation=\"causal\")\nedge(\"n2\", \"n3\", relation=\"correlative\")\nedge(\"n3\", \"n4\", relation=\"causal\")";

        // One shared of two found and three expected: 2 * 1 / 5.
        Assert.Equal(0.4, ReferenceScores.EdgeF1(Dag, reference));
        Assert.Equal(1, ReferenceScores.EdgeF1(Dag, Dag));
        Assert.Equal(0.6667, ReferenceScores.EdgeF1(Dag, Dag.Split('\n')[0]));
        Assert.Equal(0, ReferenceScores.EdgeF1("", ""));
    }

    [Fact]
    public void PrimitiveF1_ComparesMultisets() =>
        // Shared: set_context and one binds_to, of four and three names.
        Assert.Equal(4.0 / 7, ReferenceScores.PrimitiveF1(Explain, "set_context()\nbinds_to(id=\"n1\")\nbinds_to(id=\"n2\")"), 12);
}
