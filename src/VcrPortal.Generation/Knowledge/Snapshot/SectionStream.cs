using System.Runtime.InteropServices;
using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>Writes sections one after the other, and at the end the header that finds them.</summary>
internal sealed class SectionStream
{
    private const int Block = 1 << 20;

    private readonly FileStream _file;
    private readonly CancellationToken _ct;
    private readonly List<SectionEntry> _table = [];

    public SectionStream(FileStream file, CancellationToken ct)
    {
        (_file, _ct) = (file, ct);
        file.Position = Align(HeaderBytes);
    }

    private static unsafe long HeaderBytes => sizeof(Header) + (Sections * sizeof(SectionEntry));

    private static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;

    public void Write<T>(Section section, ReadOnlySpan<T> items) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(items);
        var crc = Crc(bytes);
        var start = _file.Position;
        for (var rest = bytes; !rest.IsEmpty; rest = rest[Math.Min(Block, rest.Length)..])
        {
            _ct.ThrowIfCancellationRequested();
            _file.Write(rest[..Math.Min(Block, rest.Length)]);
        }
        _table.Add(new SectionEntry { Section = (int)section, Checksum = crc, Offset = start, Length = bytes.Length });
        Pad();
    }

    /// <summary>Zeros, not a seek: a file that is written over keeps nothing of what was there.</summary>
    private void Pad()
    {
        ReadOnlySpan<byte> zeros = stackalloc byte[Alignment];
        _file.Write(zeros[..(int)(Align(_file.Position) - _file.Position)]);
    }

    /// <summary>A list for each item: where they start, and all of them in one array.</summary>
    public void WriteLists<TItem, T>(Section starts, Section all, List<TItem> items, Func<TItem, IEnumerable<T>> listOf) where T : unmanaged
    {
        var places = new int[items.Count + 1];
        var lists = new List<T>();
        for (var i = 0; i < items.Count; i++)
        {
            lists.AddRange(listOf(items[i]));
            places[i + 1] = lists.Count;
        }
        Write<int>(starts, places);
        Write<T>(all, CollectionsMarshal.AsSpan(lists));
    }

    public void Complete()
    {
        var table = CollectionsMarshal.AsSpan(_table);
        var header = new Header { Magic = Magic, Version = SnapshotFormat.Version, Sections = table.Length, Length = _file.Position };
        header.Checksum = Crc(header, table);
        _file.Position = 0;
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Header>(in header)));
        _file.Write(MemoryMarshal.AsBytes(table));
    }
}
