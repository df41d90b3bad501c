using System.Globalization;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// STaRK's PrimeKG as the two tables that <c>eng/data/stark-to-tsv.py</c> writes from its pickled tensors: <c>stark-nodes.tsv</c>
/// (<c>index, id, type, name, source</c>) and <c>stark-edges.tsv</c> (<c>source, relation, target</c>), in one folder.
/// </summary>
public static class StarkImport
{
    public const string NodesName = "stark-nodes.tsv";
    public const string EdgesName = "stark-edges.tsv";

    public static void Add(KnowledgeDraft draft, SourceFile nodes, SourceFile edges, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.PrimeKg, $"STaRK {edges.Version}", "CC BY 4.0", "https://stark.stanford.edu"));
        var places = ReadNodes(draft, nodes, counts, ct);
        using var rows = DelimitedReader.WithHeader(edges.Name, edges.OpenText(counts), '\t', "source", "relation", "target");
        var statements = new Dictionary<string, int>(StringComparer.Ordinal);
        var byName = statements.GetAlternateLookup<ReadOnlySpan<char>>();
        while (rows.Read())
        {
            if (rows.Line % 65536 == 0) ct.ThrowIfCancellationRequested();
            var (source, target) = (End(rows, 0), End(rows, 2));
            if (source is null || target is null)
            {
                counts.Drop("an end that the table of nodes does not have", rows.Line, $"{rows.Text(0)} {rows.Text(1)} {rows.Text(2)}");
                continue;
            }
            if (!byName.TryGetValue(rows.Span(1), out var statement))
                statements[rows.Text(1)] = statement = draft.Statement(new(KnowledgeDataset.PrimeKg, EdgeKind.RelatesTo, 0, rows.Text(1)));
            draft.Edge(source.Value, target.Value, statement);
            counts.Take("relations");
        }

        int? End(DelimitedReader row, int column) =>
            int.TryParse(row.Span(column), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && places.TryGetValue(index, out var place) ? place : null;
    }

    private static Dictionary<int, int> ReadNodes(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), '\t', "index", "id", "type", "name", "source");
        var nodes = new PrimeKgNodes(draft);
        var places = new Dictionary<int, int>();
        while (rows.Read())
        {
            if (rows.Line % 65536 == 0) ct.ThrowIfCancellationRequested();
            if (!int.TryParse(rows.Span(0), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) throw rows.Wrong(
                $"\u201c{rows.Text(0)}\u201d is no number of a node.");
            if (nodes.Add(rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4)) is not { } place) counts.Drop(
                "a node of an unknown type", rows.Line, rows.Text(2));
            else if (!places.TryAdd(index, place)) throw rows.Wrong($"node {index} stands there twice.");
            else counts.Take("entities");
        }
        return places;
    }
}
