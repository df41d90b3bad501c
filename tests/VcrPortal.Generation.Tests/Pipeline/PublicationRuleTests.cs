using System.Collections.Immutable;
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

    private static readonly ActionGraph Route = ExplanationReader.Read("""
        set_context(cell_type="X")
        binds_to(id="n1", actor="drug", target="A")
        modulates_molecule_activity(id="n2", target="A", direction="down")
        binds_to(id="n3", actor="drug", target="B")
        modulates_molecule_activity(id="n4", target="B", direction="down")
        modulates_molecule_activity(id="n5", target="C", direction="down")
        induces_phenotype(id="n6", source="drug", phenotype="arrest")
        edge("n1", "n2", relation="causal")
        edge("n3", "n4", relation="causal")
        edge("n2", "n5", relation="causal")
        edge("n5", "n6", relation="causal")
        edge("n4", "n6", relation="causal")
        """).Graph;

    private static Verdict Says(string id, VerdictKind kind, string source, string verifier = "Drug action", string? edgeTo = null) =>
        new(new(new NodeId(id), null, edgeTo is null ? null : new NodeId(edgeTo)), kind, verifier, "1", "Because.", [new(source, "row")],
            false,
            "t", "h");

    [Fact]
    public void DrugActionDisputedByTwoSources_WithholdsTheTrace_AndByOneDoesNot()
    {
        ImmutableArray<Verdict> two = [Says("n2", VerdictKind.Disputed, "ChEMBL"), Says("n2", VerdictKind.Disputed, "DrugCentral")];
        Assert.Contains(
            "Disputed by 2 independent sources", Assert.IsType<Publication.Discarded>(PublicationRule.Apply(Route, two)).Reason);
        Assert.IsType<Publication.Unchanged>(PublicationRule.Apply(Route, [two[0]]));
        Assert.IsType<Publication.Unchanged>(PublicationRule.Apply(Route, [two[0], Says("n2", VerdictKind.Disputed, "ChEMBL")]));
    }

    [Fact]
    public void ActionDisputedFurtherDown_WithholdsNothing() => Assert.IsType<Publication.Unchanged>(
        PublicationRule.Apply(Route, [Says("n5", VerdictKind.Disputed, "A"), Says("n5", VerdictKind.Disputed, "B")]));

    [Fact]
    public void NoTargetExpressed_WithholdsTheTrace_AndOneOfTwo_TakesItAndItsConsequencesOut()
    {
        var (a, b) = (Says("n2", VerdictKind.Refuted, "DepMap", "Expressed"), Says("n4", VerdictKind.Refuted, "DepMap", "Expressed"));
        Assert.StartsWith(
            "The target is not expressed here.", Assert.IsType<Publication.Discarded>(PublicationRule.Apply(Route, [a, b])).Reason,
            StringComparison.Ordinal);
        var pruned = Assert.IsType<Publication.Pruned>(PublicationRule.Apply(Route, [a]));
        Assert.Equal(["n1", "n3", "n4", "n6"], pruned.Graph.Actions.Select(x => x.Id!.Value.Value));
        Assert.True(pruned.Graph.IsValid);
    }

    [Fact]
    public void RefutedEdge_Leaves_AndWhatRestedOnItAlone()
    {
        var pruned = Assert.IsType<Publication.Pruned>(
            PublicationRule.Apply(Route, [Says("n2", VerdictKind.Refuted, "X", "Signs", edgeTo: "n5")]));
        Assert.Null(pruned.Graph.Find(new("n5")));
        Assert.NotNull(pruned.Graph.Find(new("n6")));
    }

    [Fact]
    public void VerdictThatRestsOnAClaimThatDoesNotHold_ChangesNothing() => Assert.IsType<Publication.Unchanged>(
        PublicationRule.Apply(Graph, [Refuted("n2", "G1") with { RestsOn = new("n1") }]));
}
