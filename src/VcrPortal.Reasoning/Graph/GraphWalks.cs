namespace VcrPortal.Reasoning.Graph;

/// <summary>Components, cycles and paths of an indexed graph, each in O(V+E).</summary>
internal static class GraphWalks
{
    /// <summary>Weakly connected components, each ascending, in the order of their first actions.</summary>
    public static List<List<int>> Components(GraphIndex graph)
    {
        var components = new List<List<int>>();
        var seen = new bool[graph.Count];
        for (var start = 0; start < graph.Count; start++)
        {
            if (seen[start]) continue;
            seen[start] = true;
            var members = new List<int> { start };
            for (var i = 0; i < members.Count; i++)
            {
                AddUnseen(graph.Parents[members[i]], members, seen);
                AddUnseen(graph.Children[members[i]], members, seen);
            }
            members.Sort();
            components.Add(members);
        }
        return components;
    }

    /// <summary>For each knot of cycles a shortest cycle through its first action, in edge order.</summary>
    public static IEnumerable<int[]> Cycles(GraphIndex graph)
    {
        for (var at = 0; at < graph.Count; at++)
            if (graph.Knots[at] == at && ShortestCycle(graph, at) is { } cycle) yield return cycle;
    }

    /// <param name="isStart">Where a path may begin, of the roots.</param>
    public static int[] PathFromRoot(GraphIndex graph, int action, Func<int, bool> isStart)
    {
        var towards = new Dictionary<int, int> { [action] = action };
        var open = new Queue<int>([action]);
        while (open.TryDequeue(out var at))
        {
            if (graph.Parents[at].IsEmpty && isStart(at)) return Unwind(towards, at, action);
            foreach (var parent in graph.Parents[at])
                if (towards.TryAdd(parent, at)) open.Enqueue(parent);
        }
        return [];
    }

    private static void AddUnseen(ReadOnlySpan<int> neighbours, List<int> members, bool[] seen)
    {
        foreach (var next in neighbours)
        {
            if (seen[next]) continue;
            seen[next] = true;
            members.Add(next);
        }
    }

    // Backwards from the start within its knot, until a parent that is reached from the start closes the cycle.
    private static int[]? ShortestCycle(GraphIndex graph, int start)
    {
        var towards = new Dictionary<int, int>();
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var at))
            foreach (var parent in graph.Parents[at])
            {
                if (graph.Knots[parent] != graph.Knots[start]) continue;
                if (parent == start) return [start, .. at == start ? [] : Unwind(towards, at, start)[..^1]];
                if (towards.TryAdd(parent, at)) open.Enqueue(parent);
            }
        return null;
    }

    private static int[] Unwind(Dictionary<int, int> towards, int from, int to)
    {
        var path = new List<int> { from };
        while (path[^1] != to) path.Add(towards[path[^1]]);
        return [.. path];
    }
}
