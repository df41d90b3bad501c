using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Diff;

/// <summary>What a diff says, and that carrying it out leads to the other graph.</summary>
public class GraphDiffTests
{
    private static readonly ActionGraph Sound = ExplanationReader.Read(Damage.Sound).Graph;

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static List<Hunk> Hunks(string from, string to)
    {
        Assert.Contains(from, Damage.Sound);
        return [.. GraphDiff.Between(Sound, ExplanationReader.Read(Damage.Sound.Replace(from, to)).Graph).Hunks];
    }

    private static ActionGraph Applied(GraphDiff diff, ActionGraph graph) => Assert.IsType<ApplyOutcome.Applied>(diff.Apply(graph)).Graph;

    [Fact]
    public void OtherDirection_IsASignFlip() =>
        Assert.Equal(
            [new Hunk.SignFlipped(1, new("n2"), Direction.Down, Direction.Up)], Hunks("direction=\"down\", via", "direction=\"up\", via"));

    [Fact]
    public void OtherEntity_IsARegrounding()
    {
        var hunk = Assert.IsType<Hunk.Regrounded>(Assert.Single(Hunks("MAP2K1", "MAP2K2")));

        Assert.Equal(("n1", "target", "MAP2K1", "MAP2K2"), (hunk.Action!.Value.Value, hunk.Argument, $"{hunk.Before}", $"{hunk.After}"));
    }

    [Fact]
    public void OtherGene_IsARegroundingOfTheList() =>
        Assert.Equal("DUSP6, MYC", $"{Assert.IsType<Hunk.Regrounded>(Assert.Single(Hunks("SPRY4", "MYC"))).After}");

    [Fact]
    public void OtherWords_AreAnArgumentChange()
    {
        var hunk = Assert.IsType<Hunk.ArgumentChanged>(Assert.Single(Hunks("12 nM", "3 nM")));

        Assert.Equal(("affinity", "12 nM", "3 nM"), (hunk.Argument, $"{hunk.Before}", $"{hunk.After}"));
    }

    [Fact]
    public void ArgumentThatGoes_HasNoValueAfter() =>
        Assert.Null(Assert.IsType<Hunk.ArgumentChanged>(Assert.Single(Hunks("affinity=\"12 nM\", ", ""))).After);

    [Fact]
    public void OtherPrimitiveInTheSamePlace_IsAChangeOfIt()
    {
        var hunks = Hunks("induces_phenotype(id=\"n4\", source", "alleviates_phenotype(id=\"n4\", actor");

        Assert.Contains(new Hunk.PrimitiveChanged(3, new("n4"), "induces_phenotype", "alleviates_phenotype"), hunks);
        Assert.DoesNotContain(hunks, h => h is Hunk.Added or Hunk.Removed);
    }

    [Fact]
    public void OtherContext_IsAChangeOfIt() =>
        Assert.Equal("A549", Assert.IsType<Hunk.ContextChanged>(Assert.Single(Hunks("C32", "A549"))).After!.Text("cell_type"));

    [Fact]
    public void OtherParent_IsARewiring() => Assert.Equal(
        [new Hunk.Rewired(new("n3"), [new(new("n2"), new("n3"))], [new(new("n1"), new("n3"))])],
            Hunks("edge(\"n2\", \"n3\"", "edge(\"n1\", \"n3\""));

    [Fact]
    public void OtherRelation_IsARewiring() => Assert.Equal(
        [new Hunk.Rewired(new("n4"), [new(new("n2"), new("n4"), CausalRelation.Correlative)], [new(new("n2"), new("n4"))])],
            Hunks("relation=\"correlative\"", "relation=\"causal\""));

    [Fact]
    public void NewAction_ComesWhereItWasWrittenUnderAFreeId()
    {
        // The new action takes the id n2; the three that move on keep theirs of before.
        var before = Graphs.From(3, "n1-n2", "n2-n3");
        var after = new ActionGraph(
            before.Vocabulary, before.Context,
            [before.Actions[0], Graphs.Activity(2, "MYC", "down"), before.Actions[1] with { Id = new("n3") },
            before.Actions[2] with { Id = new("n4") }],
            [Graphs.Edge("n1-n2"), Graphs.Edge("n2-n3"), Graphs.Edge("n3-n4")]);

        var result = Applied(GraphDiff.Between(before, after), before);

        Assert.Equal("n1 n5 n2 n3", string.Join(' ', result.Actions.Select(a => a.Id)));
        Assert.Equal("MYC", result.Actions[1].Text("target"));
        Assert.Equal("n1 n5 n2 n3", string.Join(' ', result.PathFromRoot(new("n3"))));
    }

    [Fact]
    public void RemovedAction_TakesItsEdgesAlong()
    {
        var before = Graphs.From(3, "n1-n2", "n2-n3", "n1-n3");
        var after = new ActionGraph(before.Vocabulary, before.Context, before.Actions.RemoveAt(1), [before.Edges[2]]);

        var diff = GraphDiff.Between(before, after);

        Assert.Equal(
            [new Hunk.Removed(1, before.Actions[1]), new Hunk.Rewired(new("n3"), [new(new("n2"), new("n3"))], [])], diff.Hunks.ToList());
        Assert.True(Applied(diff, before).IsIdenticalTo(after));
    }

    [Fact]
    public void OtherIdsAndOrder_AreNoDifference()
    {
        var renamed = ExplanationReader.Read(Damage.Sound.Replace("\"n1\"", "\"n31\"").Replace("\"n4\"", "\"n17\"")).Graph;
        var shuffled = new ActionGraph(renamed.Vocabulary, renamed.Context, [.. renamed.Actions.Reverse()], [.. renamed.Edges.Reverse()]);

        Assert.True(GraphDiff.Between(Sound, shuffled).IsEmpty);
    }

    [Fact]
    public void RenamedGraphWithOneChange_ShowsThatChangeOnly()
    {
        var renamed =
            ExplanationReader.Read(Damage.Sound.Replace("\"n1\"", "\"n31\"").Replace("\"n3\"", "\"n1\"").Replace("MAP2K1", "MAP2K2")).Graph;

        Assert.Equal(new NodeId("n1"), Assert.IsType<Hunk.Regrounded>(Assert.Single(GraphDiff.Between(Sound, renamed).Hunks)).Action);
    }

    [Fact]
    public void Apply_ToAnotherRevision_SaysSo() =>
        Assert.Equal(
            new ApplyOutcome.OtherBase(Sound.RevisionHash, Graphs.From(2).RevisionHash),
            GraphDiff.Between(Sound, Graphs.From(1)).Apply(Graphs.From(2)));

    [Fact]
    public void DiffWithItself_IsEmpty() =>
        Prop.ForAll(Graphs.Any, graph => GraphDiff.Between(graph, graph).IsEmpty).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_OfAnyDiff_SaysWhatTheOtherSays() =>
        Prop.ForAll(Graphs.Any, Graphs.Any, (before, after) => LeadsTo(before, after)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Apply_BetweenRandomGraphs_SaysWhatTheOtherSays() =>
        Prop.ForAll(Seeds, seed => LeadsTo(Graphs.Random(seed), Graphs.Random(seed + 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_AfterAFewChangesAndOtherIds_KeepsMostActions() => Prop.ForAll(Seeds, seed =>
    {
        var before = DiffGraphs.Distinct(seed, 20);
        var after = DiffGraphs.Renamed(DiffGraphs.Changed(before, new Random(seed)), new Random(seed));
        var diff = GraphDiff.Between(before, after);
        return LeadsTo(before, after) && diff.Hunks.Count(h => h is Hunk.Removed) <= 1 && diff.Hunks.Count(h => h is Hunk.Added) <= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OtherIdsOnly_GiveAnEmptyDiff() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed);
        return GraphDiff.Between(graph, DiffGraphs.Renamed(graph, new Random(seed))).IsEmpty;
    }).QuickCheckThrowOnFailure();

    private static bool LeadsTo(ActionGraph before, ActionGraph after)
    {
        var diff = GraphDiff.Between(before, after);
        return Applied(diff, before).SemanticHash == after.SemanticHash && diff.IsEmpty == (before.SemanticHash == after.SemanticHash);
    }
}
