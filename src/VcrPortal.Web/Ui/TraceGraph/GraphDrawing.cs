using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Ui.TraceGraph;

internal sealed record DrawnNode(ClaimRow Row, double X, double Y, int Layer);

/// <param name="Path">The line, ending where the head begins.</param>
/// <param name="Head">The arrow head.</param>
/// <param name="Middle">Where a mark on the edge stands.</param>
internal sealed record DrawnEdge(CausalEdge Edge, string Path, string Head, (double X, double Y) Middle, ClaimMark Mark);

/// <summary>A reason beside its claim.</summary>
internal sealed record DrawnNote(double X, double Y, IReadOnlyList<string> Lines);

/// <summary>A stretch of layers with its word in the left gutter.</summary>
internal sealed record DrawnZone(string Word, double Top, double Bottom);

/// <summary>Where everything of a graph stands, in CSS pixels: the arithmetic of <c>ActionGraphView</c>, without markup.</summary>
internal sealed record GraphDrawing(
    IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnEdge> Edges, IReadOnlyList<DrawnNote> Notes, IReadOnlyList<DrawnZone> Zones,
    DrawnContext? Context, double Width, double Height)
{
    private const double Gutter = 30;
    private const double NoteWidth = 236;
    private const double NoteGap = 24;
    private const double HeadLength = 8;
    /// <summary>Reasons stand beside the claims up to this many lanes; beyond, there is no room.</summary>
    private const int LanesWithNotes = 2;

    public static GraphDrawing From(ClaimSheet sheet, GraphLayout layout, bool showReasons, bool showZones)
    {
        var left = showZones ? Gutter : 0;
        var context = sheet.Context is { } given ? DrawnContext.From(given, left + layout.Metrics.Margin, layout) : null;
        var top = context is null ? 0 : context.Y + context.Height + 14 - layout.Metrics.Margin;
        var nodes = layout.Nodes.Where(p => sheet.Find(p.Id) is not null)
            .Select(p => new DrawnNode(sheet.Find(p.Id)!, p.X + left, p.Y + top, p.Layer)).OrderBy(n => n.Row.Number).ToList();
        var edges = layout.Edges.Where(e => e.Points.Length > 1).Select(e => EdgeOf(e, sheet, left, top)).ToList();
        var notes = showReasons && layout.Lanes <= LanesWithNotes ? NotesOf(nodes, layout) : [];
        var zones = showZones ? ZonesOf(nodes, layout.Metrics.NodeHeight) : [];
        var width = Math.Max(layout.Width + left, context is null ? 0 : context.X + context.Width + layout.Metrics.Margin);
        if (notes.Count > 0) width = Math.Max(width, notes.Max(n => n.X) + NoteWidth);
        return new(
            nodes, edges, notes, zones, context, width,
            Math.Max(layout.Height + top, context is null ? 0 : context.Y + context.Height + layout.Metrics.Margin));
    }

    private static DrawnEdge EdgeOf(PlacedEdge edge, ClaimSheet sheet, double left, double top)
    {
        var points = edge.Points.Select(p => (X: p.X + left, Y: p.Y + top)).ToArray();
        var (tip, before) = (points[^1], points[^2]);
        var way = tip.Y >= before.Y ? 1 : -1;
        points[^1] = (tip.X, tip.Y - way * HeadLength);
        var path = LayeredLayout.ToSvgPath(edge with { Points = [.. points] });
        var head = Line($"M{tip.X:0.#} {tip.Y:0.#}l-4.5 {-way * HeadLength:0.#}h9z");
        var (from, to) = (points[(points.Length - 1) / 2], points[points.Length / 2]);
        if (points.Length % 2 == 1) to = from;
        return new(edge.Edge, path, head, ((from.X + to.X) / 2, (from.Y + to.Y) / 2), sheet.EdgeMarks.GetValueOrDefault(edge.Edge));
    }

    private static List<DrawnNote> NotesOf(IEnumerable<DrawnNode> nodes, GraphLayout layout) =>
    [
        .. from layer in nodes.GroupBy(n => n.Layer)
           where layer.Count() == 1
           let node = layer.Single()
           where node.Row.Reason is not null
           let lines = TextFit.Lines(node.Row.Reason!, NoteWidth - 8, 12, 4)
           select new DrawnNote(node.X + layout.Metrics.NodeWidth + NoteGap, node.Y + layout.Metrics.NodeHeight / 2, lines),
    ];

    /// <summary>First layer: what starts it. Last layers, as far as all their claims are measurable: the ends. Between: the
    /// mechanism.</summary>
    private static List<DrawnZone> ZonesOf(List<DrawnNode> nodes, double nodeHeight)
    {
        if (nodes.Count == 0) return [];
        var last = nodes.Max(n => n.Layer);
        var ends = last + 1;
        while (ends > 1 && nodes.Where(n => n.Layer == ends - 1).All(n => n.Row.Node.Primitive is { IsTerminal: true })) ends--;
        (string Word, int From, int To)[] spans = [("Cause", 0, 0), ("Mechanism", 1, ends - 1), ("Ends", ends, last)];
        return
        [
            .. from span in spans
               let inside = nodes.Where(n => n.Layer >= span.From && n.Layer <= span.To).ToList()
               where inside.Count > 0
               select new DrawnZone(span.Word, inside.Min(n => n.Y), inside.Max(n => n.Y) + nodeHeight),
        ];
    }

    internal static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The context's card: as wide as the graph allows, for genotypes are long.</summary>
internal sealed record DrawnContext(ClaimRow Row, double X, double Y, double Width, double Height, IReadOnlyList<string> Lines)
{
    private const double Widest = 652;
    private const double TextStart = 50;

    public static DrawnContext From(ClaimRow row, double x, GraphLayout layout)
    {
        var width = Math.Clamp(layout.Width - 2 * layout.Metrics.Margin, LayoutMetrics.Wide.NodeWidth, Widest);
        var lines = TextFit.Lines(row.Text.Sub, width - TextStart - 10, 12, 4);
        return new(row, x, layout.Metrics.Margin, width, 66 + 17 * lines.Count, lines);
    }
}
