using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Diff;

/// <summary>How the conclusions of two explanations differ.</summary>
public class EntailmentDiffTests
{
    private static ActionGraph With(ActionGraph graph, params string[] edges) =>
        new(graph.Vocabulary, graph.Context, graph.Actions, [.. edges.Select(Graphs.Edge)]);

    private static string Ids(IEnumerable<ActionNode> actions) => string.Join(' ', actions.Select(a => a.Id));

    [Fact]
    public void ConclusionThatIsNew_IsGained()
    {
        var before = new ActionGraph(
            Graphs.From(1).Vocabulary, null, [Graphs.Activity(1, "MEK", "down"), Graphs.Activity(2, "ERK", "down")],
                [Graphs.Edge("n1-n2")]);
        var after =
            new ActionGraph(before.Vocabulary, null, before.Actions.Add(Graphs.Phenotype(3)), [.. before.Edges, Graphs.Edge("n2-n3")]);

        var entailment = GraphDiff.Between(before, after).Entailment;

        Assert.Equal(("n3", "", 0), (Ids(entailment.Gained), Ids(entailment.Lost), entailment.Changed.Length));
        Assert.Equal("n3", Ids(GraphDiff.Between(after, before).Entailment.Lost));
    }

    [Fact]
    public void ConclusionLeftToCorrelation_IsLost()
    {
        var before = Graphs.From(2, "n1-n2");
        var after = new ActionGraph(
            before.Vocabulary, before.Context, before.Actions, [before.Edges[0] with { Relation = CausalRelation.Correlative }]);

        Assert.Equal("n2", Ids(GraphDiff.Between(before, after).Entailment.Lost));
    }

    [Fact]
    public void ConclusionThatSaysTheOpposite_IsAnotherConclusion()
    {
        var before = Graphs.From(2, "n1-n2");
        var after = new ActionGraph(
            before.Vocabulary, before.Context,
            before.Actions.SetItem(
            1, before.Actions[1] with { Arguments = [before.Actions[1].Arguments[0], Graphs.Text("phenotype", "survival")] }),
            before.Edges);

        var entailment = GraphDiff.Between(before, after).Entailment;

        Assert.Equal(("survival", "apoptosis"), (entailment.Gained.Single().Text("phenotype"), entailment.Lost.Single().Text("phenotype")));
    }

    [Fact]
    public void FlippedGround_ChangesTheSupport()
    {
        var before = Graphs.From(3, "n1-n2", "n2-n3");
        var after = new ActionGraph(
            before.Vocabulary, before.Context, before.Actions.SetItem(0, Graphs.Activity(1, "GENE1", "down")), before.Edges);

        var change = Assert.Single(GraphDiff.Between(before, after).Entailment.Changed);

        Assert.Equal(("n3", "n1", "n1"), ($"{change.Conclusion.Id}", Ids(change.GroundsLost), Ids(change.GroundsGained)));
        Assert.Equal(Direction.Down, change.GroundsGained[0].Direction);
    }

    [Fact]
    public void GroundOutsideThePath_ChangesNoSupport()
    {
        var before = Graphs.From(4, "n1-n2", "n1-n3", "n3-n4");

        Assert.True(GraphDiff.Between(before, With(before, "n1-n3", "n3-n4")).Entailment.IsEmpty);
        Assert.Equal(
            "n2", Ids(
            GraphDiff.Between(before, With(before, "n1-n2", "n1-n3", "n3-n4", "n2-n4")).Entailment.Changed.Single().GroundsGained));
    }
}
