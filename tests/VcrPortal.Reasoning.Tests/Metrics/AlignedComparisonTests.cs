using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Reasoning.Tests.Metrics;

/// <summary>Graphs are compared by what their actions say.</summary>
public class AlignedComparisonTests
{
    private static ActionGraph Graph(string[] targets, params string[] edges) =>
        new(Graphs.From(1).Vocabulary, null, [.. targets.Select((target, i) => Graphs.Activity(i + 1, target, "up"))],
            [.. edges.Select(Graphs.Edge)]);

    [Fact]
    public void SameClaimsUnderOtherIds_AreEqual()
    {
        var comparison = AlignedComparison.Between(Graph(["A", "B", "C"], "n1-n2", "n2-n3"), Graph(["C", "A", "B"], "n2-n3", "n3-n1"))!;

        Assert.Equal((1.0, 1.0), (comparison.NodeF1, comparison.EdgeF1));
        Assert.Equal("n1-n2 n2-n3 n3-n1", string.Join(' ', comparison.Pairs.Select(p => $"{p.One.Id}-{p.Other.Id}")));
    }

    [Fact]
    public void OneOfTwoArgumentsShared_IsThreeQuartersAlike()
    {
        // Half for the primitive, and half of the half for the direction; two pairs at 1 and 0.75 of 2 + 2 actions.
        var comparison = AlignedComparison.Between(Graph(["A", "B"], "n1-n2"), Graph(["A", "X"], "n1-n2"))!;

        Assert.Equal((1 + 0.75) * 2 / 4, comparison.NodeF1, 12);
        Assert.Equal(1, comparison.EdgeF1);
    }

    [Fact]
    public void OtherPrimitive_IsNotAligned()
    {
        var comparison = AlignedComparison.Between(Graphs.From(1), Graph(["A"]))!;

        Assert.Empty(comparison.Pairs);
        Assert.Equal(0, comparison.NodeF1);
    }

    [Fact]
    public void EdgeOfAnotherRelation_IsNotShared()
    {
        var graph = Graph(["A", "B"], "n1-n2");
        var correlated =
            new ActionGraph(graph.Vocabulary, null, graph.Actions, [graph.Edges[0] with { Relation = CausalRelation.Correlative }]);

        Assert.Equal(
            (1.0, 0.0), (AlignedComparison.Between(graph, correlated)!.NodeF1, AlignedComparison.Between(graph, correlated)!.EdgeF1));
    }

    [Fact]
    public void TooManyActions_AreNotCompared() =>
        Assert.Null(
            AlignedComparison.Between(
            Graph([.. Enumerable.Range(0, AlignedComparison.MostActions + 1).Select(i => $"G{i}")]), Graph(["A"])));

    [Fact]
    public void Alignment_HasTheGreatestLikenessOfAll() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var (one, other) = (Lists(new Random(seed)), Lists(new Random(seed + 1)));
        var best = Best(0, 0);
        return Math.Abs(AlignedComparison.Between(one, other)!.Pairs.Sum(p => p.Likeness) - best) < 1e-9;

        // Over all assignments; the bits of taken are the actions of the other graph.
        double Best(int at, int taken) =>
            at == one.Actions.Length ? 0 : Enumerable.Range(0, other.Actions.Length).Where(o => (taken & (1 << o)) == 0)
            .Select(o => Likeness(one.Actions[at], other.Actions[o]) + Best(at + 1, taken | (1 << o))).Append(Best(at + 1, taken)).Max();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Comparison_IsSymmetricAndOneWithItself() => Prop.ForAll(Graphs.Any, Graphs.Any, (one, other) =>
        AlignedComparison.Between(one, one)!.NodeF1 is > 1 - 1e-9 and < 1 + 1e-9
        && Math.Abs(AlignedComparison.Between(one, other)!.NodeF1 - AlignedComparison.Between(other, one)!.NodeF1) < 1e-9
        && AlignedComparison.Between(one, other)!.NodeF1 is >= 0 and <= 1 + 1e-9).QuickCheckThrowOnFailure();

    private static ActionGraph Lists(Random random) =>
        new(Graphs.From(1).Vocabulary, null,
            [.. Enumerable.Range(1, random.Next(1, 7)).Select(i => new ActionNode(new($"n{i}"), "modulates_complex",
        Graphs.From(1).Vocabulary.Find("modulates_complex"),
            [new("members", new ArgumentValue.List([.. Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(m => $"M{m}")]))]))],
            []);

    private static double Likeness(ActionNode one, ActionNode other)
    {
        var (a, b) = (one["members"]!.Texts, other["members"]!.Texts);
        return 0.5 + 0.5 * (a.Union(b).Any() ? (double)a.Intersect(b).Count() / a.Union(b).Count() : 1);
    }
}
