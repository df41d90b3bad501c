namespace VcrPortal.Reasoning.Graph;

/// <summary>For each vertex its neighbours, ascending and without repeats, in two arrays.</summary>
internal sealed class Adjacency
{
    private readonly int[] _starts;
    private readonly int[] _neighbours;

    private Adjacency(int[] starts, int[] neighbours) => (_starts, _neighbours) = (starts, neighbours);

    public int Count => _starts.Length - 1;

    /// <summary>How many vertices and neighbours of theirs there are, each pair counted once.</summary>
    public int Pairs => _starts[^1];

    public ReadOnlySpan<int> this[int vertex] => _neighbours.AsSpan(_starts[vertex].._starts[vertex + 1]);

    /// <summary>Sorts by two passes of counting: first all sources are put in target order, then each source takes its targets in that
    /// order.</summary>
    public static Adjacency From(int count, ReadOnlySpan<(int Source, int Target)> pairs)
    {
        var starts = new int[count + 1];
        foreach (var (_, target) in pairs) starts[target + 1]++;
        Accumulate(starts);
        var (next, sources) = (starts.AsSpan(0, count).ToArray(), new int[pairs.Length]);
        foreach (var (source, target) in pairs) sources[next[target]++] = source;
        return new Adjacency(starts, sources).Reversed().WithoutRepeats();
    }

    public Adjacency Reversed()
    {
        var starts = new int[Count + 1];
        foreach (var neighbour in _neighbours.AsSpan(0, Pairs)) starts[neighbour + 1]++;
        Accumulate(starts);
        var (next, neighbours) = (starts.AsSpan(0, Count).ToArray(), new int[Pairs]);
        for (var vertex = 0; vertex < Count; vertex++)
            foreach (var neighbour in this[vertex]) neighbours[next[neighbour]++] = vertex;
        return new Adjacency(starts, neighbours);
    }

    private static void Accumulate(int[] starts)
    {
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
    }

    // In place: what is kept never lies behind what is read.
    private Adjacency WithoutRepeats()
    {
        var (read, kept) = (0, 0);
        for (var vertex = 0; vertex < Count; vertex++)
        {
            var (first, end) = (kept, _starts[vertex + 1]);
            for (; read < end; read++)
                if (kept == first || _neighbours[kept - 1] != _neighbours[read]) _neighbours[kept++] = _neighbours[read];
            _starts[vertex + 1] = kept;
        }
        return this;
    }
}
