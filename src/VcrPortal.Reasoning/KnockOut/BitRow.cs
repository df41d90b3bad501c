using System.Numerics;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>A set of small numbers as bits, 64 to a word.</summary>
internal readonly struct BitRow(ulong[] words)
{
    public static int WordsFor(int bits) => (bits + 63) / 64;

    public static void Add(Span<ulong> words, int bit) => words[bit >> 6] |= 1UL << bit;

    public static bool Has(ReadOnlySpan<ulong> words, int bit) => (words[bit >> 6] & (1UL << bit)) != 0;

    public bool Has(int bit) => Has(words, bit);

    /// <summary>The members, ascending.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < words.Length; i++)
            for (var rest = words[i]; rest != 0; rest &= rest - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
