using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;

namespace VcrPortal.Reasoning.Tests.KnockOut;

/// <summary>Which conclusions fall with what is assumed false.</summary>
public class ConsequencesTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static AssumedFalse False(params string[] actions) => new([.. actions.Select(a => new NodeId(a))], []);

    private static ConclusionSupport Last(ActionGraph graph, AssumedFalse assumed) => Consequences.From(graph, assumed).Conclusions[^1];

    private static string Path(ConclusionSupport support) => string.Join(' ', support.Path);

    [Fact]
    public void OneOfTwoPaths_KeepsTheOther()
    {
        var graph = Graphs.From(4, "n1-n2", "n1-n3", "n2-n4", "n3-n4");

        var support = Last(graph, False("n2"));

        Assert.Equal((ConclusionFate.KeepsAnotherPath, "n1 n3 n4"), (support.Fate, Path(support)));
    }

    [Fact]
    public void BothPaths_LoseSupportAndNameWhatFalls()
    {
        var result = Consequences.From(Graphs.From(5, "n1-n2", "n1-n3", "n2-n4", "n3-n4", "n4-n5"), False("n2", "n3"));

        Assert.Equal(ConclusionFate.LosesSupport, result.Conclusions[0].Fate);
        Assert.Empty(result.Conclusions[0].Path);
        Assert.Equal("n2 n3 n4 n5", string.Join(' ', result.Fallen));
    }

    [Fact]
    public void EdgeAssumedFalse_TakesItsPathOnly()
    {
        var graph = Graphs.From(3, "n1-n2", "n2-n3", "n1-n3");

        Assert.Equal("n1 n2 n3", Path(Last(graph, AssumedFalse.From(Graphs.Edge("n1-n3")))));
        Assert.Equal(ConclusionFate.LosesSupport, Last(graph, AssumedFalse.From(Graphs.Edge("n1-n3"), Graphs.Edge("n2-n3"))).Fate);
    }

    [Fact]
    public void SideBranch_LeavesTheConclusionUntouched() =>
        Assert.Equal(ConclusionFate.Untouched, Last(Graphs.From(4, "n1-n2", "n1-n3", "n3-n4"), False("n2")).Fate);

    [Fact]
    public void CorrelativeEdge_NeverCarriesSupport()
    {
        var graph = Graphs.From(2, "n1-n2");
        var correlated =
            new ActionGraph(graph.Vocabulary, null, graph.Actions, [graph.Edges[0] with { Relation = CausalRelation.Correlative }]);

        Assert.Equal(ConclusionFate.NeverSupported, Last(correlated, AssumedFalse.Nothing).Fate);
    }

    [Fact]
    public void CycleThatNothingLeadsTo_SupportsNothing() =>
        Assert.Equal(ConclusionFate.NeverSupported, Last(Graphs.From(3, "n1-n2", "n2-n1", "n2-n3"), AssumedFalse.Nothing).Fate);

    [Fact]
    public void CycleWithARoot_StandsUntilTheRootFalls()
    {
        var graph = Graphs.From(4, "n1-n2", "n2-n3", "n3-n2", "n3-n4");

        Assert.Equal("n1 n2 n3 n4", Path(Last(graph, AssumedFalse.Nothing)));
        Assert.Equal(ConclusionFate.LosesSupport, Last(graph, False("n1")).Fate);
    }

    [Theory]
    [InlineData("up", "n1", ConclusionFate.LosesSupport)]
    [InlineData("up", "n2", ConclusionFate.LosesSupport)]
    [InlineData("up", "n3", ConclusionFate.Untouched)]
    [InlineData("down", "n1", ConclusionFate.KeepsAnotherPath)]
    public void ComplexThatAssembles_NeedsAllParentsOfItsMembers(string direction, string assumed, ConclusionFate fate)
    {
        // n1 and n2 bring BAX and BAK (one written within a group, one with a hyphen); n3 concerns neither.
        var graph = new ActionGraph(Graphs.From(1).Vocabulary, null,
            [Graphs.Activity(1, "BAX/BID", "up"), Graphs.Activity(2, "bak-1", "up"), Graphs.Activity(3, "BCL2", "down"),
                SupportGraphs.Complex(4, direction, "BAX", "BAK1"), Graphs.Phenotype(5)],
            [Graphs.Edge("n1-n4"), Graphs.Edge("n2-n4"), Graphs.Edge("n3-n4"), Graphs.Edge("n4-n5")]);

        Assert.Equal(fate, Last(graph, False(assumed)).Fate);
    }

    [Fact]
    public void ComplexWhoseMembersNoParentConcerns_KeepsWithAny()
    {
        var graph = new ActionGraph(Graphs.From(1).Vocabulary, null,
            [Graphs.Activity(1, "MYC", "up"), Graphs.Activity(2, "BCL2", "down"), SupportGraphs.Complex(3, "up", "BAX", "BAK"),
                Graphs.Phenotype(4)],
            [Graphs.Edge("n1-n3"), Graphs.Edge("n2-n3"), Graphs.Edge("n3-n4")]);

        Assert.Equal("n2 n3 n4", Path(Last(graph, False("n1"))));
    }

    [Fact]
    public void WhatTheGraphDoesNotHold_ChangesNothing() =>
        Assert.Equal(ConclusionFate.Untouched, Last(Graphs.From(2, "n1-n2"), new([new("n9")], [Graphs.Edge("n2-n1")])).Fate);

    [Fact]
    public void NothingAssumed_IsTheIdentity() => Prop.ForAll(Graphs.Any, graph =>
    {
        var result = Consequences.From(graph, AssumedFalse.Nothing);
        return result.Fallen.IsEmpty && result.Conclusions.All(c => c.Fate is ConclusionFate.Untouched or ConclusionFate.NeverSupported);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void KnockOut_EqualsTheDefinition() => Prop.ForAll(Seeds, seed =>
    {
        var graph = SupportGraphs.Random(seed);
        var assumed = SupportGraphs.Part(graph, new Random(seed));
        return Consequences.From(graph, assumed).Conclusions.All(c =>
            (c.Fate == ConclusionFate.NeverSupported) == !SupportGraphs.Stands(graph, c.Conclusion, AssumedFalse.Nothing)
            && (c.Fate is ConclusionFate.Untouched or ConclusionFate.KeepsAnotherPath) == SupportGraphs.Stands(
                graph, c.Conclusion, assumed));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void LargerKnockOut_NeverRestoresSupport() => Prop.ForAll(Seeds, seed =>
    {
        var (graph, random) = (SupportGraphs.Random(seed), new Random(seed));
        var small = SupportGraphs.Part(graph, random);
        var large = small.And(SupportGraphs.Part(graph, random));
        return Consequences.From(graph, small).Fallen.All(Consequences.From(graph, large).Fallen.Contains);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PathThatIsLeft_RunsOverCausalEdgesThatAreNotFalse() => Prop.ForAll(Seeds, seed =>
    {
        var graph = SupportGraphs.Random(seed);
        var assumed = SupportGraphs.Part(graph, new Random(seed));
        return Consequences.From(graph, assumed).Conclusions.All(c => !c.Path.Any(assumed.Actions.Contains)
            && c.Path.Zip(c.Path.Skip(1), (from, to) => new CausalEdge(from, to))
                .All(step => graph.Edges.Contains(step) && !assumed.Edges.Contains(step)));
    }).QuickCheckThrowOnFailure();
}
