using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Runs each edge from box to box. It changes sides only in the gaps between rows, and passes a row in a straight line between boxes, so it
/// can cross none. Over many rows it takes as few bends as there can be.
/// </summary>
internal sealed class EdgeRouter(LayoutSketch sketch, LayoutMetrics metrics)
{
    private readonly Corridors _corridors = new(sketch, metrics);
    private readonly Ports _ports = new(sketch, metrics);

    public ImmutableArray<PlacedEdge> Route() => [.. Enumerable.Range(0, sketch.Edges.Length).Select(Route)];

    private PlacedEdge Route(int edge)
    {
        var (value, source, target) = sketch.Edges[edge];
        var (from, to) = (sketch.Layer[source], sketch.Layer[target]);
        var (start, end) = (_ports.Out(edge), _ports.In(edge));
        var points = ImmutableArray.CreateBuilder<(double X, double Y)>();
        points.Add((start, metrics.Bottom(from)));
        if (from < to) Descend(points, (source, target), from + 1, to - 1, start, end, sketch.Passages.GetValueOrDefault((source, target)));
        else Climb(points, (source, target), from, to, start, end);
        points.Add((end, metrics.Top(to)));
        return new PlacedEdge(value, points.ToImmutable());
    }

    private void Descend(
        ImmutableArray<(double X, double Y)>.Builder points, (int Source, int Target) edge, int first, int last, double start, double end,
        int[]? passages)
    {
        foreach (var (x, top, bottom) in _corridors.Through(edge, first, last, start, end, passages))
        {
            points.Add((x, metrics.Top(top)));
            points.Add((x, metrics.Bottom(bottom)));
        }
    }

    // Down out of the source, up beside the rows and down into the target: for an edge that leads back.
    private void Climb(
        ImmutableArray<(double X, double Y)>.Builder points, (int Source, int Target) edge, int from, int to, double start, double end)
    {
        foreach (var (x, top, bottom) in _corridors.Through(edge, to, from, end, start).Reverse())
        {
            points.Add((x, metrics.Bottom(bottom)));
            points.Add((x, metrics.Top(top)));
        }
    }
}
