using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>The primitive names of an explain block with their counts, as the reference code finds them.</summary>
internal sealed class ReferenceNames
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _all;

    private ReferenceNames(ReadOnlySpan<char> explain)
    {
        var found = new List<TextPiece>();
        ReferencePatterns.AddPrimitives(explain, found);
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in found) CollectionsMarshal.GetValueRefOrAddDefault(counts, name.In(explain), out _)++;
        _all = found.Count;
    }

    public static ReferenceNames Of(string explain) => new(explain);

    public double ShareIn(PrimitiveVocabulary vocabulary)
    {
        var known = 0;
        foreach (var (name, count) in _counts)
            if (vocabulary.Find(name) is not null) known += count;
        return _all == 0 ? 0 : (double)known / _all;
    }

    public double F1(ReferenceNames reference)
    {
        var shared = 0;
        foreach (var (name, count) in _counts) shared += Math.Min(count, reference._counts.GetValueOrDefault(name));
        return ReferenceScores.F1(shared, _all, reference._all);
    }
}
