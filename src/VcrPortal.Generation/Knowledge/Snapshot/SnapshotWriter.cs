using System.Runtime.InteropServices;
using System.Text;
using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// Writes a draft as a snapshot file: beside its place, flushed to the disk, then renamed, so that a reader sees the old file or the whole
/// new one. The same knowledge gives the same bytes.
/// </summary>
public static class SnapshotWriter
{
    private const string Unfinished = ".part";

    public static void Write(KnowledgeDraft draft, string path, CancellationToken ct)
    {
        var part = path + Unfinished;
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
            {
                WriteSections(draft, file, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void WriteSections(KnowledgeDraft draft, FileStream file, CancellationToken ct)
    {
        var sections = new SectionStream(file, ct);
        var texts = new TextTable();
        var order = EntityOrder.From(draft.Entities);
        WriteEntities(draft, order, texts, sections);
        var statements = WriteStatements(draft, texts, sections);
        WriteEdges(draft, order, statements, sections, ct);
        NameIndexWriter.Write(draft, order, texts, sections, ct);
        texts.Write(sections);
        sections.Complete();
    }

    private static void WriteEntities(KnowledgeDraft draft, EntityOrder order, TextTable texts, SectionStream sections)
    {
        sections.Write<DatasetRow>(
            Section.Datasets,
            [.. draft.Datasets.Select(
            d => new DatasetRow(texts.Add(d.Name), texts.Add(d.Version), texts.Add(d.Licence), texts.Add(d.Url)))]);
        var entities = order.Sorted.Select(at => draft.Entities[at]).ToList();
        sections.Write<EntityRow>(
            Section.Entities, [.. entities.Select(e => new EntityRow(texts.Add(e.Key), texts.Add(e.Name), texts.Add(e.Curie), e.Kind, 0))]);
        sections.WriteLists(Section.NameStarts, Section.Names, entities, e => e.Synonyms.Select(texts.Add));
        sections.WriteLists(
            Section.AttributeStarts, Section.Attributes, entities, e =>
            e.Attributes.Select(a => new AttributeRow(a.Item1, texts.Add(a.Item2))));
    }

    /// <returns>For each statement of the draft, its place in the file.</returns>
    private static int[] WriteStatements(KnowledgeDraft draft, TextTable texts, SectionStream sections)
    {
        var datasets = draft.Datasets.Select((d, i) => (d.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        var sorted = Enumerable.Range(0, draft.Statements.Count).OrderBy(i => draft.Statements[i]).ToArray();
        sections.Write<StatementRow>(Section.Statements, [.. sorted.Select(i => draft.Statements[i])
            .Select(s =>
                new StatementRow(
                    datasets[s.Dataset], s.Kind, (short)s.Sign, texts.Add(s.Record), texts.Add(s.Detail), texts.Add(s.Reference)))]);
        var places = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) places[sorted[i]] = i;
        return places;
    }

    /// <summary>Edges by source, each row sorted and without repetition; then the same by target, whose rows come out sorted by
    /// themselves.</summary>
    private static void WriteEdges(KnowledgeDraft draft, EntityOrder order, int[] statements, SectionStream sections, CancellationToken ct)
    {
        var (starts, edges) = BySource(draft, order, statements, ct);
        sections.Write<int>(Section.OutStarts, starts);
        sections.Write<SnapshotEdge>(Section.OutEdges, edges);
        var inStarts = new int[starts.Length];
        foreach (var edge in edges) inStarts[edge.Entity + 1]++;
        for (var i = 1; i < inStarts.Length; i++) inStarts[i] += inStarts[i - 1];
        var incoming = new SnapshotEdge[edges.Length];
        var next = inStarts.AsSpan(0, inStarts.Length - 1).ToArray();
        for (var source = 0; source < starts.Length - 1; source++)
            foreach (var edge in edges.AsSpan(starts[source]..starts[source + 1]))
                incoming[next[edge.Entity]++] = new(source, edge.Statement);
        sections.Write<int>(Section.InStarts, inStarts);
        sections.Write<SnapshotEdge>(Section.InEdges, incoming);
    }

    private static (int[] Starts, SnapshotEdge[] Edges) BySource(
        KnowledgeDraft draft, EntityOrder order, int[] statements, CancellationToken ct)
    {
        var drafts = CollectionsMarshal.AsSpan(draft.Edges);
        var starts = new int[draft.Entities.Count + 1];
        foreach (ref readonly var edge in drafts) starts[order.PlaceOf[edge.Source] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var packed = new ulong[drafts.Length]; // target and statement, so that one comparison sorts both
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (ref readonly var edge in drafts)
            packed[next[order.PlaceOf[edge.Source]]++] = ((ulong)order.PlaceOf[edge.Target] << 32) | (uint)statements[edge.Statement];
        var edges = new List<SnapshotEdge>(drafts.Length);
        for (var source = 0; source < starts.Length - 1; source++)
        {
            if (source % 4096 == 0) ct.ThrowIfCancellationRequested();
            var row = packed.AsSpan(starts[source]..starts[source + 1]);
            row.Sort();
            starts[source] = edges.Count;
            for (var i = 0; i < row.Length; i++)
                if (i == 0 || row[i] != row[i - 1]) edges.Add(new((int)(row[i] >> 32), (int)(uint)row[i]));
        }
        starts[^1] = edges.Count;
        return (starts, [.. edges]);
    }

    /// <summary>Entities by kind and key.</summary>
    internal sealed record EntityOrder(int[] Sorted, int[] PlaceOf)
    {
        public static EntityOrder From(List<KnowledgeDraft.EntityDraft> entities)
        {
            // Keys are sorted as bytes, because look-ups compare bytes: the order of UTF-16 is another one beyond the basic plane.
            var keys = entities.Select(e => (e.Kind, Utf8: Encoding.UTF8.GetBytes(e.Key))).ToArray();
            var sorted = Enumerable.Range(0, keys.Length).ToArray();
            Array.Sort(
                sorted, (a, b) => keys[a].Kind != keys[b].Kind ? keys[a].Kind.CompareTo(keys[b].Kind)
                : keys[a].Utf8.AsSpan().SequenceCompareTo(keys[b].Utf8));
            var places = new int[sorted.Length];
            for (var i = 0; i < sorted.Length; i++) places[sorted[i]] = i;
            return new(sorted, places);
        }
    }
}
