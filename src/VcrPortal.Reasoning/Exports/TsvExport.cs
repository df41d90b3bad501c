using System.Collections.Immutable;
using System.Text;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Exports;

/// <summary>
/// An edge list as tab-separated values, ids first. A node without edges has a row of its own with no target, so that nothing is lost.
/// Cells that a spreadsheet would run as a formula begin with an apostrophe; cells with a quote are quoted as in RFC 4180.
/// </summary>
public static class TsvExport
{
    private static readonly string[] Columns =
        ["source", "target", "relation", "source_primitive", "target_primitive", "source_label", "target_label", "edge_verdict",
            "source_verdict", "target_verdict"];

    public static string Write(ActionGraph graph, ImmutableArray<Verdict> verdicts = default)
    {
        var exported = ExportedGraph.From(graph, verdicts);
        var text = new StringBuilder();
        AppendRow(text, Columns);
        foreach (var edge in exported.Edges) AppendRow(text, RowOf(edge));
        var joined = exported.Edges.SelectMany(e => new[] { e.Source.Number, e.Target.Number }).ToHashSet();
        foreach (var node in exported.Nodes.Where(n => !joined.Contains(n.Number)))
            AppendRow(text, [node.Id, "", "", node.Primitive, "", node.Label, "", "", node.Judgement?.Word ?? "", ""]);
        return text.ToString();
    }

    private static string[] RowOf(ExportedEdge edge) =>
    [
        edge.Source.Id, edge.Target.Id, edge.Relation, edge.Source.Primitive, edge.Target.Primitive, edge.Source.Label, edge.Target.Label,
        edge.Judgement?.Word ?? "", edge.Source.Judgement?.Word ?? "", edge.Target.Judgement?.Word ?? "",
    ];

    private static void AppendRow(StringBuilder text, string[] cells) => text.AppendJoin('\t', cells.Select(Cell)).Append('\n');

    private static string Cell(string value)
    {
        var line = SpreadsheetCell.Guard(ExportedText.OnOneLine(value));
        return line.Contains('"') ? $"\"{line.Replace("\"", "\"\"")}\"" : line;
    }
}
