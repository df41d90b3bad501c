using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Layout;

/// <summary>The measures of the graph grammar, in CSS pixels.</summary>
public sealed record LayoutMetrics(double NodeWidth, double NodeHeight, double LaneGap, double RowGap, double Margin)
{
    public static LayoutMetrics Wide { get; } = new(308, 84, 36, 30, 12);
    public static LayoutMetrics Compact { get; } = new(226, 66, 16, 34, 12);
}

/// <summary>Top-left corner of an action's box, and its layer (0 at the top) and lane.</summary>
public sealed record PlacedNode(NodeId Id, int Layer, int Lane, double X, double Y);

/// <summary>A cubic with vertical tangents from (X1, Y1) to (X2, Y2), with way points where it crosses layers.</summary>
public sealed record PlacedEdge(CausalEdge Edge, ImmutableArray<(double X, double Y)> Points);

public sealed record GraphLayout(ImmutableArray<PlacedNode> Nodes, ImmutableArray<PlacedEdge> Edges, double Width, double Height, int Lanes, LayoutMetrics Metrics);

/// <summary>
/// Places a graph in layers, top to bottom, with few crossings. Given the layout before, nodes that it placed keep their
/// layer and lane and new ones are appended beside or below: nothing that a reader looks at jumps.
/// </summary>
public static class LayeredLayout
{
    /// <param name="previous">Positions to keep; null for a full layout.</param>
    /// <param name="metrics">Null: wide up to two lanes, compact beyond.</param>
    public static GraphLayout Arrange(ActionGraph graph, GraphLayout? previous = null, LayoutMetrics? metrics = null) => throw new NotImplementedException();
}
