using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>Numbers for ids, from 0 in the order in which they come, so that edges compare fast.</summary>
internal sealed class IdNumbers
{
    // One more than the number, for the ids that explanations use; 0 where it has not come yet.
    private readonly int[] _usual = new int[NodeIds.UsualOnes];
    private Dictionary<string, int>? _others;

    public int Count { get; private set; }

    public int NumberOf(ReadOnlySpan<char> id)
    {
        ref var number = ref NodeIds.UsualNumber(id) is var usual and >= 0 ? ref _usual[usual] : ref Other(id);
        if (number == 0) number = ++Count;
        return number - 1;
    }

    private ref int Other(ReadOnlySpan<char> id)
    {
        _others ??= new(StringComparer.Ordinal);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(_others.GetAlternateLookup<ReadOnlySpan<char>>(), id, out _);
    }
}
