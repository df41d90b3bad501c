namespace VcrPortal.Reasoning.Metrics;

/// <summary>The edges of a dag block as the reference code finds them: one for a pair of ids, the last one written.</summary>
internal sealed class ReferenceEdges
{
    private readonly Dictionary<(int Source, int Target), string> _relations;
    private readonly int _ids;

    private ReferenceEdges(ReadOnlySpan<char> dag, IdNumbers numbers)
    {
        var found = new List<EdgePieces>(ReferencePatterns.UsualLines);
        ReferencePatterns.AddEdges(dag, found);
        _relations = new(found.Count);
        foreach (var edge in found) _relations[(numbers.NumberOf(edge.Source.In(dag)), numbers.NumberOf(edge.Target.In(dag)))] =
            Word(edge.Relation.In(dag));
        _ids = numbers.Count;
    }

    public static ReferenceEdges From(string dag, IdNumbers numbers) => new(dag, numbers);

    public double F1(ReferenceEdges reference)
    {
        var shared = 0;
        foreach (var (ends, relation) in _relations)
            if (reference._relations.GetValueOrDefault(ends) == relation) shared++;
        return ReferenceScores.F1(shared, _relations.Count, reference._relations.Count);
    }

    /// <summary>Takes away what nothing leads to, again and again (Kahn): a cycle is what stays.</summary>
    public bool AreAcyclic()
    {
        var (incoming, first) = (new int[_ids], new int[_ids + 1]);
        foreach (var (source, target) in _relations.Keys)
        {
            incoming[target]++;
            first[source + 1]++;
        }
        for (var id = 0; id < _ids; id++) first[id + 1] += first[id];
        var (children, next) = (new int[_relations.Count], first.AsSpan(0, _ids).ToArray());
        foreach (var (source, target) in _relations.Keys) children[next[source]++] = target;
        var free = new Stack<int>(_ids);
        for (var id = 0; id < _ids; id++)
            if (incoming[id] == 0) free.Push(id);
        var taken = 0;
        for (; free.TryPop(out var id); taken++)
            for (var child = first[id]; child < first[id + 1]; child++)
                if (--incoming[children[child]] == 0) free.Push(children[child]);
        return taken == _ids;
    }

    private static string Word(ReadOnlySpan<char> relation) =>
        relation switch { "causal" => "causal", "correlative" => "correlative", _ => relation.ToString() };
}
