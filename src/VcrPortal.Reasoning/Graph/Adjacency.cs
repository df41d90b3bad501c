namespace VcrPortal.Reasoning.Graph;

/// <summary>For each vertex its neighbours, ascending and without repeats, in two arrays.</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly int[] _neighbours;

    private Adjacency(int[] starts, int[] neighbours) => (_starts, _neighbours) = (starts, neighbours);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> this[int vertex] => _neighbours.AsSpan(_starts[vertex].._starts[vertex + 1]);

    /// <summary>By two passes of counting: first all pairs are put in target order, then each source takes its targets in that order.</summary>
    public static Adjacency Of(int count, List<(int Source, int Target)> pairs)
    {
        var byTarget = Distribute(count, pairs, p => p.Target, p => p.Source);
        var ordered = new List<(int Source, int Target)>(pairs.Count);
        for (var target = 0; target < count; target++)
            foreach (var source in byTarget[target]) ordered.Add((source, target));
        return Distribute(count, ordered, p => p.Source, p => p.Target).WithoutRepeats();
    }

    public Adjacency Reversed()
    {
        var pairs = new List<(int Source, int Target)>(_neighbours.Length);
        for (var source = 0; source < Count; source++)
            foreach (var target in this[source]) pairs.Add((source, target));
        return Distribute(Count, pairs, p => p.Target, p => p.Source);
    }

    private static Adjacency Distribute(int count, List<(int Source, int Target)> pairs, Func<(int Source, int Target), int> key, Func<(int Source, int Target), int> value)
    {
        var starts = new int[count + 1];
        foreach (var pair in pairs) starts[key(pair) + 1]++;
        for (var i = 0; i < count; i++) starts[i + 1] += starts[i];
        var neighbours = new int[pairs.Count];
        var next = starts.AsSpan(0, count).ToArray();
        foreach (var pair in pairs) neighbours[next[key(pair)]++] = value(pair);
        return new Adjacency(starts, neighbours);
    }

    private Adjacency WithoutRepeats()
    {
        var starts = new int[_starts.Length];
        var kept = new List<int>(_neighbours.Length);
        for (var vertex = 0; vertex < Count; vertex++)
        {
            foreach (var neighbour in this[vertex])
                if (kept.Count == starts[vertex] || kept[^1] != neighbour) kept.Add(neighbour);
            starts[vertex + 1] = kept.Count;
        }
        return new Adjacency(starts, [.. kept]);
    }
}
