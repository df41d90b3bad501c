using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>One entity of a snapshot.</summary>
/// <param name="Index">Its place in this snapshot; another snapshot gives it another.</param>
/// <param name="Key">Its id within its kind: a gene's symbol, <c>FPLX:MEK</c>, <c>WP4685</c>.</param>
/// <param name="Curie">Empty when no source grounds it.</param>
public sealed record SnapshotEntity(int Index, EntityKind Kind, string Key, string Name, string Curie);

/// <summary>
/// All imported knowledge as one read-only file in memory: entities, names, and edges from both ends. Opening checks every byte of it
/// against its checksums; then nothing is copied, and all jobs share it. Whoever uses the spans that it gives keeps it alive meanwhile.
/// </summary>
public sealed class KnowledgeSnapshot : IDisposable
{
    private readonly MappedFile _file;
    private readonly SectionEntry[] _sections;

    private KnowledgeSnapshot(string path, MappedFile file, SectionEntry[] sections)
    {
        (Path, _file, _sections) = (path, file, sections);
        Version = "knowledge-" + Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(sections.AsSpan())))[..12];
        Datasets = [
            .. Rows<DatasetRow>(Section.Datasets).ToArray()
            .Select(d => new KnowledgeDataset(Text(d.Name), Text(d.Version), Text(d.Licence), Text(d.Url)))];
    }

    public string Path { get; }

    /// <summary>Names the content: equal knowledge has an equal version.</summary>
    public string Version { get; }

    public ImmutableArray<KnowledgeDataset> Datasets { get; }

    public int EntityCount => Rows<EntityRow>(Section.Entities).Length;

    public int EdgeCount => Rows<SnapshotEdge>(Section.OutEdges).Length;

    /// <summary>Spellings that are looked for in texts.</summary>
    public int NameCount => Rows<SpellingRow>(Section.NameSpellings).Length;

    /// <exception cref="SnapshotFormatException">The file is no snapshot, of another version, cut short or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KnowledgeSnapshot Open(string path)
    {
        var isEmpty = new FileInfo(path) is { Exists: true, Length: 0 }; // an empty file cannot be mapped
        if (isEmpty) throw new SnapshotFormatException(path, "is empty");
        var file = new MappedFile(path);
        try
        {
            return new(path, file, Check(path, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static unsafe SectionEntry[] Check(string path, MappedFile file)
    {
        SnapshotFormatException Broken(string problem) => new(path, problem);
        if (!BitConverter.IsLittleEndian) throw Broken("cannot be used on a machine that is not little-endian");
        if (file.Length < sizeof(Header) || file.Span<Header>(0, sizeof(Header))[0] is not { Magic: Magic } header) throw Broken(
            "is no snapshot");
        if (header.Version != SnapshotFormat.Version) throw Broken(
            $"is of version {header.Version}, and this program reads version {SnapshotFormat.Version}");
        if (header.Length != file.Length) throw Broken($"is cut short: it has {file.Length} of {header.Length} bytes");
        if (header.Sections != Sections || sizeof(Header) + ((long)Sections * sizeof(SectionEntry)) > file.Length) throw Broken(
            "is damaged in its header");
        var table = file.Span<SectionEntry>(sizeof(Header), Sections * sizeof(SectionEntry)).ToArray();
        if (Crc(header, table) != header.Checksum) throw Broken("is damaged in its header");
        foreach (var section in table)
            if (section.Offset < 0 || section.Length < 0 || section.Offset > file.Length - section.Length
                || file.Crc(section.Offset, section.Length) != section.Checksum)
                throw Broken($"is damaged in its section {(Section)section.Section}");
        return [.. table.OrderBy(s => s.Section)];
    }

    internal ReadOnlySpan<T> Rows<T>(Section section) where T : unmanaged
    {
        var entry = _sections[(int)section - 1];
        return _file.Span<T>(entry.Offset, entry.Length);
    }

    internal string Text(int place) => Encoding.UTF8.GetString(Utf8(place));

    private ReadOnlySpan<byte> Utf8(int place)
    {
        var starts = Rows<int>(Section.TextStarts);
        return Rows<byte>(Section.TextBytes)[starts[place]..starts[place + 1]];
    }

    public SnapshotEntity Entity(int index)
    {
        var row = Rows<EntityRow>(Section.Entities)[index];
        return new(index, row.Kind, Text(row.Key), Text(row.Name), Text(row.Curie));
    }

    public EntityKind KindOf(int index) => Rows<EntityRow>(Section.Entities)[index].Kind;

    public string KeyOf(int index) => Text(Rows<EntityRow>(Section.Entities)[index].Key);

    /// <summary>The entity of this kind and key, or null. Case matters.</summary>
    public int? Find(EntityKind kind, string key)
    {
        var wanted = Encoding.UTF8.GetBytes(key);
        var rows = Rows<EntityRow>(Section.Entities);
        var (low, high) = (0, rows.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = rows[middle].Kind != kind ? rows[middle].Kind.CompareTo(kind) : Utf8(rows[middle].Key).SequenceCompareTo(wanted);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>All of one kind, which lie together.</summary>
    public IEnumerable<SnapshotEntity> OfKind(EntityKind kind)
    {
        for (var i = 0; i < EntityCount; i++)
            if (KindOf(i) == kind) yield return Entity(i);
    }

    public ImmutableArray<string> Synonyms(int index) => [.. List<int>(Section.NameStarts, Section.Names, index).ToArray().Select(Text)];

    /// <summary>The first value in alphabetical order, or null.</summary>
    public string? Attribute(int index, EntityAttribute attribute)
    {
        foreach (var row in List<AttributeRow>(Section.AttributeStarts, Section.Attributes, index))
            if (row.Attribute == attribute) return Text(row.Text);
        return null;
    }

    /// <summary>Edges that leave this entity, by the other end.</summary>
    public ReadOnlySpan<SnapshotEdge> From(int index) => List<SnapshotEdge>(Section.OutStarts, Section.OutEdges, index);

    /// <summary>Edges that arrive at this entity, by the other end.</summary>
    public ReadOnlySpan<SnapshotEdge> To(int index) => List<SnapshotEdge>(Section.InStarts, Section.InEdges, index);

    public EdgeKind KindOfStatement(int statement) => Rows<StatementRow>(Section.Statements)[statement].Kind;

    public Statement Statement(int statement)
    {
        var row = Rows<StatementRow>(Section.Statements)[statement];
        return new(Datasets[row.Dataset].Name, row.Kind, row.Sign, Text(row.Record), Text(row.Detail), Text(row.Reference));
    }

    /// <summary>How many edges each of <see cref="Datasets"/> has, in the same order; a walk over all edges.</summary>
    public ImmutableArray<int> EdgesOfDatasets()
    {
        var statements = Rows<StatementRow>(Section.Statements);
        var counts = new int[Datasets.Length];
        foreach (var edge in Rows<SnapshotEdge>(Section.OutEdges)) counts[statements[edge.Statement].Dataset]++;
        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    private ReadOnlySpan<T> List<T>(Section starts, Section all, int index) where T : unmanaged
    {
        var places = Rows<int>(starts);
        return Rows<T>(all)[places[index]..places[index + 1]];
    }

    public void Dispose() => _file.Dispose();
}
