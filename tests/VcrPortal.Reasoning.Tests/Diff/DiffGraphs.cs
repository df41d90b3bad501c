using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Tests.Diff;

/// <summary>Graphs, the same with a few changes, and the same under other ids in another order.</summary>
internal static class DiffGraphs
{
    /// <summary>An acyclic graph whose actions all say different things.</summary>
    public static ActionGraph Distinct(int seed, int most)
    {
        var graph = Graphs.Random(seed, most, isAcyclic: true);
        return new(
            graph.Vocabulary, graph.Context,
            [.. graph.Actions.Select((_, i) => Graphs.Activity(i + 1, $"GENE{i}", i % 3 == 0 ? "down" : "up"))], graph.Edges);
    }

    /// <summary>One action may go or come, one may flip, one edge may go.</summary>
    public static ActionGraph Changed(ActionGraph graph, Random random)
    {
        var (actions, edges) = (graph.Actions, graph.Edges);
        if (edges.Length > 0 && random.Next(2) == 0) edges = edges.RemoveAt(random.Next(edges.Length));
        if (actions.Length > 0 && random.Next(2) == 0) actions = Flip(random.Next(actions.Length));
        if (actions.Length > 0 && random.Next(2) == 0) actions = actions.RemoveAt(random.Next(actions.Length));
        if (random.Next(2) == 0) actions = actions.Add(Graphs.Activity(graph.Actions.Length + 1, "NEW", "up"));
        var ids = actions.Select(a => a.Id).ToHashSet();
        return new(graph.Vocabulary, graph.Context, actions, [.. edges.Where(e => ids.Contains(e.Source) && ids.Contains(e.Target))]);

        ImmutableArray<ActionNode> Flip(int at) =>
            actions.SetItem(
                at, actions[
                at] with
                {
                    Arguments = [actions[at].Arguments[0], Graphs.Text("direction", actions[at].Direction == Direction.Up ? "down" : "up")]
                });
    }

    public static ActionGraph Renamed(ActionGraph graph, Random random)
    {
        var numbers = Enumerable.Range(100, graph.Actions.Length).ToArray();
        random.Shuffle(numbers);
        var names = graph.Actions.Select((a, i) => (Old: a.Id!.Value, New: new NodeId($"n{numbers[i]}")))
            .ToDictionary(p => p.Old, p => p.New);
        var actions = graph.Actions.Select(a => a with { Id = names[a.Id!.Value] }).ToArray();
        random.Shuffle(actions);
        return new(
            graph.Vocabulary, graph.Context, [.. actions],
            [.. graph.Edges.Select(e => e with { Source = names[e.Source], Target = names[e.Target] }).Reverse()]);
    }
}
