using System.Globalization;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Ui.TraceGraph;

internal sealed record DrawnNode(ClaimRow Row, double X, double Y, int Layer, GraphBand Band);

/// <summary>A reason beside its claim.</summary>
internal sealed record DrawnNote(double X, double Y, IReadOnlyList<string> Lines);

/// <summary>A band over the whole width with its word in the left gutter.</summary>
internal sealed record DrawnZone(string Word, double Top, double Bottom, bool IsEven);

/// <summary>Where everything of a graph stands, in CSS pixels: the arithmetic of <c>ActionGraphView</c>, without markup.</summary>
internal sealed record GraphDrawing(
    IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnEdge> Edges, IReadOnlyList<DrawnNote> Notes, IReadOnlyList<DrawnZone> Zones,
    DrawnContext? Context, double Width, double Height)
{
    private const double Gutter = 30;
    private const double NoteWidth = 236;
    private const double NoteGap = 24;
    /// <summary>Reasons stand beside the claims up to this many lanes; beyond, there is no room.</summary>
    private const int LanesWithNotes = 2;

    public static GraphDrawing From(ClaimSheet sheet, GraphLayout layout, bool showReasons, bool showZones)
    {
        var left = showZones ? Gutter : 0;
        var context = sheet.Context is { } given ? DrawnContext.From(given, left + layout.Metrics.Margin, layout) : null;
        var top = context is null ? 0 : context.Y + context.Height + 14 - layout.Metrics.Margin;
        var nodes = layout.Nodes.Where(p => sheet.Find(p.Id) is not null)
            .Select(p => new DrawnNode(sheet.Find(p.Id)!, p.X + left, p.Y + top, p.Layer, p.Band)).OrderBy(n => n.Row.Number).ToList();
        var edges = DrawnEdge.AllOf(layout, sheet, left, top);
        var notes = showReasons && layout.Lanes <= LanesWithNotes ? NotesOf(nodes, layout) : [];
        var zones = showZones ? ZonesOf(nodes, layout.Metrics) : [];
        var width = Math.Max(layout.Width + left, context is null ? 0 : context.X + context.Width + layout.Metrics.Margin);
        if (notes.Count > 0) width = Math.Max(width, notes.Max(n => n.X) + NoteWidth);
        return new(
            nodes, edges, notes, zones, context, width,
            Math.Max(layout.Height + top, context is null ? 0 : context.Y + context.Height + layout.Metrics.Margin));
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

    // Where an edge that came late puts two bands into one another, no band is drawn.
    private static List<DrawnZone> ZonesOf(List<DrawnNode> nodes, LayoutMetrics metrics)
    {
        var half = metrics.RowGap / 2;
        var zones = nodes.GroupBy(n => n.Band).OrderBy(band => band.Key)
            .Select((band, at) => new DrawnZone(
                band.Key.ToString(), band.Min(n => n.Y) - half, band.Max(n => n.Y) + metrics.NodeHeight + half, at % 2 == 1))
            .ToList();
        return zones.Zip(zones.Skip(1)).Any(pair => pair.First.Bottom > pair.Second.Top + 0.01) ? [] : zones;
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
        var middle = Math.Max(0, (layout.Width - 2 * layout.Metrics.Margin - width) / 2); // where a narrow screen looks first
        return new(row, x + middle, layout.Metrics.Margin, width, 66 + 17 * lines.Count, lines);
    }
}
