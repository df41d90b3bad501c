using System.Numerics;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>A hash that grows letter by letter (FNV-1a over UTF-16 units), so that all prefixes of a text are hashed in one pass.</summary>
internal static class NameHash
{
    public const ulong Empty = 14695981039346656037;

    public static ulong Append(ulong hash, char letter) => (hash ^ letter) * 1099511628211;

    /// <summary>Spreads the bits: the low ones of FNV are weak.</summary>
    public static ulong Spread(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 29);
    }

    public static ulong Compute(ReadOnlySpan<char> folded)
    {
        var hash = Empty;
        foreach (var letter in folded) hash = Append(hash, letter);
        return hash;
    }

    /// <summary>Slots for so many entries at most two thirds full; a power of two.</summary>
    public static int SlotsFor(int entries) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries + (entries / 2)));
}
