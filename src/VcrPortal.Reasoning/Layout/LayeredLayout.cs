using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Layout;

/// <summary>The measures of the graph grammar, in CSS pixels.</summary>
public sealed record LayoutMetrics(double NodeWidth, double NodeHeight, double LaneGap, double RowGap, double Margin)
{
    public static LayoutMetrics Wide { get; } = new(308, 84, 36, 30, 12);
    public static LayoutMetrics Compact { get; } = new(150, 62, 12, 36, 12);

    internal double Top(int layer) => Margin + layer * (NodeHeight + RowGap);
    internal double Bottom(int layer) => Top(layer) + NodeHeight;
}

/// <summary>Top-left corner of an action's box, its layer (0 at the top) and its place in the layer (0 at the left).</summary>
public sealed record PlacedNode(NodeId Id, int Layer, int Lane, double X, double Y)
{
    /// <summary>Bands follow each other from top to bottom and share no layer, as long as no edge that came late says otherwise.</summary>
    public GraphBand Band { get; init; }
}

/// <summary>
/// Where an edge runs. Every point is on the way, from the bottom of the source's box to the top of the target's, and the way is vertical
/// at each of them. Between two points it is a line where they have the same X, else a cubic whose control points stand above or below
/// its ends at half the height; where both have the same Y it turns back (only for an edge that has to point upwards).
/// <see cref="LayeredLayout.ToSvgPath"/> writes exactly this. It never runs through a box.
/// </summary>
public sealed record PlacedEdge(CausalEdge Edge, ImmutableArray<(double X, double Y)> Points);

/// <param name="Lanes">The most boxes beside each other.</param>
public sealed record GraphLayout(
    ImmutableArray<PlacedNode> Nodes, ImmutableArray<PlacedEdge> Edges, double Width, double Height, int Lanes, LayoutMetrics Metrics);

/// <summary>
/// Places a graph in bands and layers, top to bottom, with few crossings. Given the layout before, nodes that it placed keep their place
/// from left to right and new ones are appended beside or below; what stands below a row that opens moves down by one row.
/// Any graph has a layout: on a cycle
/// the edges that lead back point upwards; actions without an id of their own and edges without two placed ends are left out.
/// </summary>
public static class LayeredLayout
{
    // Up to two lanes fit beside each other in the wide form.
    private const int WideLanes = 2;

    /// <param name="previous">Positions to keep; null for a full layout.</param>
    /// <param name="metrics">Null: those of <paramref name="previous"/>; without it wide up to two lanes, compact beyond.</param>
    public static GraphLayout Arrange(ActionGraph graph, GraphLayout? previous = null, LayoutMetrics? metrics = null)
    {
        var sketch = LayoutSketch.From(graph);
        var measures = metrics ?? previous?.Metrics ?? LayoutMetrics.Compact;
        if (previous is not null) AppendingPlacement.Place(sketch, previous, measures);
        else FullPlacement.Place(
            sketch, widest => measures = metrics ?? (widest <= WideLanes ? LayoutMetrics.Wide : LayoutMetrics.Compact));
        var edges = new EdgeRouter(sketch, measures).Route();
        var nodes = NodesOf(sketch, measures);
        var lanes = nodes.Select(n => n.Lane + 1).DefaultIfEmpty(0).Max();
        return new GraphLayout([.. nodes], edges, Width(sketch, measures, edges), Height(sketch, measures), lanes, measures);
    }

    private static PlacedNode[] NodesOf(LayoutSketch sketch, LayoutMetrics measures)
    {
        var lane = new int[sketch.Count];
        foreach (var row in Enumerable.Range(0, sketch.Count).GroupBy(at => sketch.Layer[at]))
            foreach (var (at, place) in row.OrderBy(at => sketch.X[at]).Select((at, place) => (at, place))) lane[at] = place;
        return
        [
            .. sketch.Ids.Select((id, at) =>
                new PlacedNode(id, sketch.Layer[at], lane[at], sketch.X[at], measures.Top(sketch.Layer[at])) { Band = sketch.Band[at] }),
        ];
    }

    /// <summary>The edge as the <c>d</c> of an SVG path, with invariant numbers of at most one decimal.</summary>
    public static string ToSvgPath(PlacedEdge edge) => EdgePath.Write(edge.Points);

    private static double Width(LayoutSketch sketch, LayoutMetrics measures, ImmutableArray<PlacedEdge> edges)
    {
        var boxes = sketch.Count == 0 ? 2 * measures.Margin : sketch.X.Max() + measures.NodeWidth + measures.Margin;
        return edges.SelectMany(e => e.Points).Aggregate(boxes, (width, point) => Math.Max(width, point.X + measures.Margin / 2));
    }

    private static double Height(LayoutSketch sketch, LayoutMetrics measures) =>
        sketch.Layers == 0 ? 2 * measures.Margin : measures.Bottom(sketch.Layers - 1) + measures.Margin;
}
