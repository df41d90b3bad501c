using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Graph;

/// <summary>What a graph answers, by hand and against slow definitions on random graphs.</summary>
public class ActionGraphTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly ActionGraph Diamond = Graphs.From(4, "n1-n2", "n1-n3", "n2-n4", "n3-n4");
    private static readonly ActionGraph Ring = Graphs.From(5, "n1-n2", "n2-n3", "n3-n4", "n4-n2", "n4-n5");

    private static NodeId Id(int number) => new($"n{number}");
    private static string Names(IEnumerable<NodeId> ids) => string.Join(' ', ids);

    [Fact]
    public void Diamond_HasItsParentsRootsLeavesAndDepths()
    {
        Assert.Equal("n2 n3", Names(Diamond.Parents(Id(4))));
        Assert.Equal("n2 n3", Names(Diamond.Children(Id(1))));
        Assert.Equal("n1", Names(Diamond.Roots.Select(a => a.Id!.Value)));
        Assert.Equal("n4", Names(Diamond.Leaves.Select(a => a.Id!.Value)));
        Assert.Equal([0, 1, 1, 2], Enumerable.Range(1, 4).Select(i => Diamond.Depth(Id(i))));
        Assert.Equal("n1 n2 n4", Names(Diamond.PathFromRoot(Id(4))));
        Assert.Empty(Diamond.FindCycle());
    }

    [Fact]
    public void Ring_IsNamedInOrderAndStillHasAnOrder()
    {
        Assert.Equal("n2 n3 n4", Names(Ring.FindCycle()));
        Assert.Equal("n1 n2 n3 n4 n5", Names(Ring.TopologicalOrder().Select(a => a.Id!.Value)));
        Assert.Equal("n1 n2 n3 n4 n5", Names(Ring.PathFromRoot(Id(5))));
        Assert.Equal([0, 1, 1, 1, 2], Enumerable.Range(1, 5).Select(i => Ring.Depth(Id(i))));
    }

    [Fact]
    public void PathFromRoot_WhenOnlyACycleLeadsThere_IsEmpty() => Assert.Empty(Graphs.From(2, "n1-n2", "n2-n1").PathFromRoot(Id(2)));

    [Fact]
    public void TopologicalOrder_WhenWrittenOutOfOrder_TakesTheEarliestThatIsFree() =>
        Assert.Equal("n2 n3 n1 n4", Names(Graphs.From(4, "n3-n1", "n2-n3", "n1-n4").TopologicalOrder().Select(a => a.Id!.Value)));

    [Fact]
    public void Questions_AboutAnIdThatNoActionHas_HaveEmptyAnswers()
    {
        var id = new NodeId("n99");

        Assert.Null(Diamond.Find(id));
        Assert.Empty(Diamond.Parents(id));
        Assert.Empty(Diamond.Descendants(id));
        Assert.Empty(Diamond.PathFromRoot(id));
        Assert.Equal(0, Diamond.Depth(id));
        Assert.Null(Diamond.Find(default));
    }

    [Fact]
    public void Find_OfADuplicateId_GivesTheFirst()
    {
        var graph = new ActionGraph(Diamond.Vocabulary, null, Diamond.Actions.Add(Graphs.Activity(1, "OTHER", "down")), Diamond.Edges);

        Assert.Equal("GENE1", graph.Find(Id(1))!.Text("target"));
    }

    [Fact]
    public void Components_AreInWrittenOrder() =>
        Assert.Equal(["n1 n3", "n2 n5", "n4"], Graphs.From(5, "n3-n1", "n2-n5").Components().Select(c => Names(c)));

    [Fact]
    public void Order_OfAnyGraph_HoldsEveryActionOnceAndRespectsEveryEdgeOffCycles() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed);
        var order = graph.TopologicalOrder().Select(a => a.Id!.Value).ToList();
        var reach = Reach(graph);
        return order.ToHashSet().SetEquals(graph.Actions.Select(a => a.Id!.Value)) && order.Count == graph.Actions.Length
            && graph.Edges.All(
                e => e.Source == e.Target || reach.Contains((e.Target, e.Source)) || order.IndexOf(e.Source) < order.IndexOf(e.Target));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reach_OfAnyGraph_IsTheTransitiveClosure() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed, 15);
        var reach = Reach(graph);
        var ids = graph.Actions.Select(a => a.Id!.Value).ToList();
        return ids.All(
            id => graph.Descendants(id).SetEquals(ids.Where(to => reach.Contains((id, to))))
            && graph.Ancestors(id).SetEquals(ids.Where(from => reach.Contains((from, id)))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FindCycle_OfAnyGraph_IsACycleExactlyWhereThereIsOne() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed, 12);
        var cycle = graph.FindCycle();
        var reach = Reach(graph);
        var isCyclic = graph.Actions.Any(a => reach.Contains((a.Id!.Value, a.Id!.Value)));
        return isCyclic == !cycle.IsEmpty
            && cycle.Select((id, i) => graph.Children(id).Contains(cycle[(i + 1) % cycle.Length])).All(isEdge => isEdge)
            && cycle.Distinct().Count() == cycle.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Depth_OfAnyAcyclicGraph_IsOneMoreThanTheDeepestParent() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed, isAcyclic: true);
        return graph.Actions.Select(a => a.Id!.Value)
            .All(id => graph.Depth(id) == graph.Parents(id).Select(p => graph.Depth(p) + 1).DefaultIfEmpty(0).Max());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PathFromRoot_OfAnyGraph_FollowsEdgesFromARootAndNoneIsShorter() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed, 12);
        return graph.Actions.Select(a => a.Id!.Value).All(id =>
        {
            var path = graph.PathFromRoot(id);
            var shortest = ShortestFromRoot(graph, id);
            return path.Length == shortest
                && (path.IsEmpty
                || (path[^1] == id && graph.Parents(path[0]).IsEmpty
                && path.Skip(1).Select((next, i) => graph.Children(path[i]).Contains(next)).All(e => e)));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Questions_AboutAChainOfTenThousand_NeedNoDeepStack()
    {
        const int length = 10_000;
        var chain = Graphs.From(length, [.. Enumerable.Range(1, length - 1).Select(i => $"n{i}-n{i + 1}")]);

        Assert.Equal(length - 1, chain.Depth(Id(length)));
        Assert.Equal(length, chain.PathFromRoot(Id(length)).Length);
        Assert.True(chain.IsValid);
    }

    private static HashSet<(NodeId, NodeId)> Reach(ActionGraph graph)
    {
        var reach = graph.Edges.Where(e => e.Source != e.Target).Select(e => (e.Source, e.Target)).ToHashSet();
        foreach (var middle in graph.Actions.Select(a => a.Id!.Value))
            foreach (var (from, _) in reach.Where(r => r.Item2 == middle).ToList())
                foreach (var (_, to) in reach.Where(r => r.Item1 == middle).ToList()) reach.Add((from, to));
        return reach;
    }

    private static int ShortestFromRoot(ActionGraph graph, NodeId id)
    {
        var length = 1;
        for (HashSet<NodeId> level = [id]; level.Count > 0 && length <= graph.Actions.Length + 1; length++)
        {
            if (level.Any(at => graph.Parents(at).IsEmpty)) return length;
            level = [.. level.SelectMany(at => graph.Parents(at))];
        }
        return 0;
    }
}
