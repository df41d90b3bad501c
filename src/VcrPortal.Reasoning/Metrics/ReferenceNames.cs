using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>The primitive names of an explain block with their counts, as the reference code finds them.</summary>
internal sealed class ReferenceNames
{
    // Indexed by the primitive's place in the vocabulary.
    private readonly int[] _known;
    private readonly Dictionary<string, int>? _unknown;
    private readonly int _all;

    private ReferenceNames(ReadOnlySpan<char> explain, PrimitiveVocabulary vocabulary)
    {
        var found = new List<TextPiece>(ReferencePatterns.UsualLines);
        ReferencePatterns.AddPrimitives(explain, found);
        _all = found.Count;
        _known = new int[vocabulary.Primitives.Length];
        foreach (var name in found)
            if (vocabulary.PlaceOf(name.In(explain)) is var place and >= 0) _known[place]++;
            else CollectionsMarshal.GetValueRefOrAddDefault(
                (_unknown ??= new(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>(), name.In(explain), out _)++;
    }

    public static ReferenceNames From(string explain, PrimitiveVocabulary vocabulary) => new(explain, vocabulary);

    public double ShareKnown => _all == 0 ? 0 : (double)_known.Sum() / _all;

    /// <param name="reference">A graph of the same vocabulary.</param>
    public double F1(ReferenceNames reference)
    {
        var shared = 0;
        for (var place = 0; place < _known.Length; place++) shared += Math.Min(_known[place], reference._known[place]);
        if (_unknown is not null && reference._unknown is { } others)
            foreach (var (name, count) in _unknown) shared += Math.Min(count, others.GetValueOrDefault(name));
        return ReferenceScores.F1(shared, _all, reference._all);
    }
}
