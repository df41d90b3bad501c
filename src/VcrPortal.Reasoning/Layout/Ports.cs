namespace VcrPortal.Reasoning.Layout;

/// <summary>Where edges leave and enter the boxes: around the middle, in the order of the places that they make for:
/// of their other ends, or beside the boxes that they pass.</summary>
internal sealed class Ports
{
    private const double WidestSpread = 44;
    private const double WidestStep = 16;

    private readonly LayoutSketch _sketch;
    private readonly double[][] _rows;
    private readonly Comparer<double[]> _byWay = Comparer<double[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
    private readonly double[] _out;
    private readonly double[] _in;

    public Ports(LayoutSketch sketch, LayoutMetrics metrics)
    {
        _sketch = sketch;
        _rows = new double[sketch.Layers][];
        foreach (var row in Enumerable.Range(0, sketch.Count).GroupBy(at => sketch.Layer[at])) _rows[row.Key] =
            [.. row.Select(at => sketch.X[at]).Order()];
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
            var ordered = group.OrderBy(e => PlacesOnTheWay(e, end(e)), _byWay).ThenBy(e => _sketch.Layer[other(e)]).ToArray();
            var step = ordered.Length == 1 ? 0 : Math.Min(WidestStep, WidestSpread / (ordered.Length - 1));
            for (var i = 0; i < ordered.Length; i++)
                ports[ordered[i]] = _sketch.X[group.Key] + metrics.NodeWidth / 2 + (i - (ordered.Length - 1) / 2.0) * step;
        }
        return ports;
    }

    // Row by row away from this end: a little aside of the boxes that the edge passes, then its other end.
    private double[] PlacesOnTheWay(int edge, int end)
    {
        var (_, source, target) = _sketch.Edges[edge];
        var other = _sketch.X[end == source ? target : source];
        if (!_sketch.Passages.TryGetValue((source, target), out var passages)) return [other];
        var places = passages.Select((boxesLeft, at) => Beside(_rows[_sketch.Layer[source] + 1 + at], boxesLeft));
        return [.. end == source ? places : places.Reverse(), other];
    }

    private static double Beside(double[] row, int boxesLeft) => boxesLeft == 0 ? row[0] - 1 : row[boxesLeft - 1] + 1;
}
