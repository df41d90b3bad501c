namespace VcrPortal.Reasoning.Layout;

/// <summary>Where edges leave and enter the boxes: around the middle, in the order of the lanes that they make for: of their other ends, or
/// beside the boxes of the next row that they pass.</summary>
internal sealed class Ports
{
    private const double WidestSpread = 44;
    private const double WidestStep = 16;

    private readonly LayoutSketch _sketch;
    private readonly int[][] _lanes;
    private readonly double[] _out;
    private readonly double[] _in;

    public Ports(LayoutSketch sketch, LayoutMetrics metrics)
    {
        _sketch = sketch;
        _lanes = new int[sketch.Layers][];
        foreach (var row in Enumerable.Range(0, sketch.Count).GroupBy(at => sketch.Layer[at])) _lanes[row.Key] =
            [.. row.Select(at => sketch.Lane[at]).Order()];
        var edges = Enumerable.Range(0, sketch.Edges.Length).ToArray();
        _out = Spread(edges, e => sketch.Edges[e].Source, e => sketch.Edges[e].Target, metrics);
        _in = Spread(edges, e => sketch.Edges[e].Target, e => sketch.Edges[e].Source, metrics);
    }

    public double Out(int edge) => _out[edge];
    public double In(int edge) => _in[edge];

    private double[] Spread(int[] edges, Func<int, int> end, Func<int, int> other, LayoutMetrics metrics)
    {
        var ports = new double[edges.Length];
        foreach (var group in edges.GroupBy(end))
        {
            var ordered = group.OrderBy(e => NextLane(e, end(e))).ThenBy(e => _sketch.Lane[other(e)]).ThenBy(e => _sketch.Layer[other(e)])
                .ToArray();
            var step = ordered.Length == 1 ? 0 : Math.Min(WidestStep, WidestSpread / (ordered.Length - 1));
            for (var i = 0; i < ordered.Length; i++)
                ports[ordered[i]] = metrics.Middle(_sketch.Lane[group.Key]) + (i - (ordered.Length - 1) / 2.0) * step;
        }
        return ports;
    }

    // In the row beside this end; half a lane aside of the box that the edge passes.
    private double NextLane(int edge, int end)
    {
        var (_, source, target) = _sketch.Edges[edge];
        if (!_sketch.Passages.TryGetValue((source, target), out var passages)) return _sketch.Lane[end == source ? target : source];
        var (boxesLeft, row) = end == source ? (passages[0], _lanes[_sketch.Layer[source] + 1])
            : (passages[^1], _lanes[_sketch.Layer[target] - 1]);
        return boxesLeft == 0 ? row[0] - 0.5 : row[boxesLeft - 1] + 0.5;
    }
}
