using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Pipeline;

public class PublicationRuleTests
{
    private static readonly ActionGraph Graph = ExplanationReader.Read("""
        set_context(cell_type="X")
        binds_to(id="n1", actor="drug", target="A")
        regulates_expression(id="n2", regulator="TF", gene_list=["G1", "G2"], direction="down")
        induces_phenotype(id="n3", source="drug", phenotype="arrest")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        """).Graph;

    private static Verdict Refuted(string id, string? member = null, bool sameSource = false) =>
        new(new(new NodeId(id), member), VerdictKind.Refuted, "DE", "1", "", [], sameSource, "t", "h");

    [Fact]
    public void RefutedBinding_DiscardsTheTrace() =>
        Assert.Contains("drug binds A", Assert.IsType<Publication.Discarded>(PublicationRule.Apply(Graph, [Refuted("n1")])).Reason);

    [Fact]
    public void RefutedGene_LeavesTheList_AndTheGraphIsWhole()
    {
        var pruned = Assert.IsType<Publication.Pruned>(PublicationRule.Apply(Graph, [Refuted("n2", "G1")]));
        Assert.Equal(["G2"], pruned.Graph.Find(new("n2"))!["gene_list"]!.Texts.AsEnumerable());
        Assert.True(pruned.Graph.IsValid);
    }

    [Fact]
    public void ActionLeftWithoutGenes_IsRemoved_AndItsNeighboursAreJoined()
    {
        var pruned = Assert.IsType<Publication.Pruned>(PublicationRule.Apply(Graph, [Refuted("n2", "G1"), Refuted("n2", "G2")]));
        Assert.Null(pruned.Graph.Find(new("n2")));
        Assert.Equal(new CausalEdge(new("n1"), new("n3")), Assert.Single(pruned.Graph.Edges));
    }

    [Fact]
    public void SameSourceRefutation_ChangesNothing() =>
        Assert.IsType<Publication.Unchanged>(PublicationRule.Apply(Graph, [Refuted("n1", sameSource: true)]));

    [Fact]
    public void UndeterminedIsNeverRefuted() =>
        Assert.IsType<Publication.Unchanged>(PublicationRule.Apply(Graph, [Refuted("n1") with { Kind = VerdictKind.Undetermined }]));
}
