namespace VcrPortal.Reasoning.KnockOut;

/// <summary>What could be false behind a conclusion, numbered: first the actions, then the edges, each in written order.</summary>
internal sealed class CutCandidates
{
    private readonly int[] _actions;
    private readonly int[] _edges;
    private readonly List<(bool IsEdge, int Number)> _all = [];

    public CutCandidates(SupportRule rule, int target, CutsOf parts)
    {
        (_actions, _edges) = (None(rule.Actions), None(rule.Edges.Count));
        Behind = Reach(rule, target);
        var edges = Behind.SelectMany(rule.Reasons).Select(reason => reason.Edge).Order().ToList();
        EdgesBehind = edges.Count;
        if (parts.HasFlag(CutsOf.Actions))
            foreach (var action in Behind.Where(at => at != target && rule.Graph.Actions[at].Id is not null).Order()) Add(
                _actions, action, isEdge: false);
        if (parts.HasFlag(CutsOf.Edges))
            foreach (var edge in edges) Add(_edges, edge, isEdge: true);
    }

    /// <summary>The target and every action that can reach it by reasons.</summary>
    public HashSet<int> Behind { get; }
    public int EdgesBehind { get; }
    public int Count => _all.Count;

    /// <summary>The candidate's number, or -1.</summary>
    public int OfAction(int action) => _actions[action];
    public int OfEdge(int edge) => _edges[edge];

    public void Mark(int candidate, bool isFalse, bool[] actions, bool[] edges)
    {
        var (isEdge, number) = _all[candidate];
        (isEdge ? edges : actions)[number] = isFalse;
    }

    public AssumedFalse Describe(SupportRule rule, IEnumerable<int> cut)
    {
        var parts = cut.Select(candidate => _all[candidate]).ToList();
        return new(
            [.. parts.Where(p => !p.IsEdge).Select(p => rule.Graph.Actions[p.Number].Id!.Value)],
            [.. parts.Where(p => p.IsEdge).Select(p => rule.Edges[p.Number])]);
    }

    private void Add(int[] numbers, int what, bool isEdge)
    {
        numbers[what] = _all.Count;
        _all.Add((isEdge, what));
    }

    private static HashSet<int> Reach(SupportRule rule, int target)
    {
        var behind = new HashSet<int> { target };
        var open = new Stack<int>([target]);
        while (open.TryPop(out var at))
            foreach (var reason in rule.Reasons(at))
                if (behind.Add(reason.Source)) open.Push(reason.Source);
        return behind;
    }

    private static int[] None(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
