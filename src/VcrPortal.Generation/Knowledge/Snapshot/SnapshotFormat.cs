using System.Numerics;
using System.Runtime.InteropServices;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// The file: a header, a table of sections, and the sections, each at a multiple of 64 bytes, all little-endian. Arrays are used in place
/// where they lie. The header and every section carry a CRC-32C, checked when the file is opened. Texts are UTF-8, named by their place in
/// one table.
/// </summary>
internal static class SnapshotFormat
{
    /// <summary>Raised whenever a reader of the old form would misread the new one.</summary>
    public const int Version = 1;
    public const ulong Magic = 0x004B_4E4F_5752_4356; // "VCRWONK\0" read backwards
    public const int Alignment = 64;

    public enum Section
    {
        TextStarts = 1, TextBytes, Datasets, Entities, NameStarts, Names, AttributeStarts, Attributes, Statements,
        OutStarts, OutEdges, InStarts, InEdges, NameSlots, NamePatterns, NameSpellings, NamePrefixes,
    }

    public static readonly int Sections = Enum.GetValues<Section>().Length;

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    public struct Header
    {
        public ulong Magic;
        public int Version;
        public int Sections;
        public long Length;
        /// <summary>The checksum of the fields above and the table of sections.</summary>
        public uint Checksum;
    }

    [StructLayout(LayoutKind.Sequential, Size = 24)]
    public struct SectionEntry
    {
        public int Section;
        public uint Checksum;
        public long Offset;
        public long Length;
    }

    /// <summary>Places in the table of texts.</summary>
    public readonly record struct DatasetRow(int Name, int Version, int Licence, int Url);

    public readonly record struct EntityRow(int Key, int Name, int Curie, EntityKind Kind, short Unused);

    public readonly record struct AttributeRow(EntityAttribute Attribute, int Text);

    public readonly record struct StatementRow(int Dataset, EdgeKind Kind, short Sign, int Record, int Detail, int Reference);

    /// <summary>All spellings whose folded forms have this hash lie together, the preferred first.</summary>
    public readonly record struct PatternRow(ulong Hash, int First, int Count);

    /// <param name="Text">The spelling.</param>
    /// <param name="Rank">0 for an entity's own name or key, 1 for a synonym.</param>
    public readonly record struct SpellingRow(int Entity, int Text, int Rank);

    public static uint Crc(ReadOnlySpan<byte> bytes, uint crc = ~0u)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) crc = BitOperations.Crc32C(crc, word);
        foreach (var last in bytes[(words.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, last);
        return crc;
    }

    public static uint Crc(in Header header, ReadOnlySpan<SectionEntry> table)
    {
        var crc = BitOperations.Crc32C(~0u, header.Magic);
        crc = BitOperations.Crc32C(crc, ((ulong)(uint)header.Version << 32) | (uint)header.Sections);
        crc = BitOperations.Crc32C(crc, (ulong)header.Length);
        return Crc(MemoryMarshal.AsBytes(table), crc);
    }
}

/// <summary>One neighbour of an entity and what is said of the pair.</summary>
/// <param name="Entity">The other end.</param>
/// <param name="Statement">See <see cref="KnowledgeSnapshot.Statement"/>.</param>
public readonly record struct SnapshotEdge(int Entity, int Statement);
