using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// Among the actions that are free the earliest written one comes next (Kahn; the queue costs a logarithm, and is needed only where the
/// written order is not topological). The actions of one cycle come together, in written order.
/// </summary>
internal static class TopologicalOrder
{
    public static ImmutableArray<int> Find(GraphIndex graph)
    {
        var order = new int[graph.Count];
        Sort(graph, order);
        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    private static void Sort(GraphIndex graph, int[] order)
    {
        var members = Enumerable.Range(0, graph.Count).ToLookup(i => graph.Knots[i]);
        var blockers = new int[graph.Count];
        for (var i = 0; i < graph.Count; i++)
            foreach (var child in graph.Children[i])
                if (graph.Knots[child] != graph.Knots[i]) blockers[graph.Knots[child]]++;
        var free = new PriorityQueue<int, int>();
        foreach (var knot in members)
            if (blockers[knot.Key] == 0) free.Enqueue(knot.Key, knot.Key);
        var placed = 0;
        while (free.TryDequeue(out var knot, out _))
            foreach (var member in members[knot])
            {
                order[placed++] = member;
                foreach (var child in graph.Children[member])
                    if (graph.Knots[child] != knot && --blockers[graph.Knots[child]] == 0) free.Enqueue(
                        graph.Knots[child], graph.Knots[child]);
            }
    }
}
