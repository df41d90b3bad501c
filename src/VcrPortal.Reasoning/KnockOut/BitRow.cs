using System.Numerics;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>A set of small numbers as bits; two rows that meet have the same length.</summary>
internal readonly struct BitRow(int bits)
{
    private readonly ulong[] _words = new ulong[(bits + 63) / 64];

    public void Add(int bit) => _words[bit >> 6] |= 1UL << bit;

    public bool Has(int bit) => (_words[bit >> 6] & (1UL << bit)) != 0;

    public void Fill() => Array.Fill(_words, ulong.MaxValue);

    public void Clear() => Array.Clear(_words);

    public void CopyTo(BitRow other) => _words.CopyTo(other._words, 0);

    public void Or(BitRow other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] |= other._words[i];
    }

    public void And(BitRow other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= other._words[i];
    }

    public bool Same(BitRow other) => _words.AsSpan().SequenceEqual(other._words);

    /// <summary>The members, ascending.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < _words.Length; i++)
            for (var rest = _words[i]; rest != 0; rest &= rest - 1) yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
