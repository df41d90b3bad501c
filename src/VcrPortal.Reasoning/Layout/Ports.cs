namespace VcrPortal.Reasoning.Layout;

/// <summary>Where edges leave and enter the boxes: around the middle, in the order of the lanes of their other ends.</summary>
internal sealed class Ports
{
    private const double WidestSpread = 44;
    private const double WidestStep = 16;

    private readonly double[] _out;
    private readonly double[] _in;

    public Ports(LayoutSketch sketch, LayoutMetrics metrics)
    {
        var edges = Enumerable.Range(0, sketch.Edges.Length).ToArray();
        _out = Spread(edges, e => sketch.Edges[e].Source, e => sketch.Edges[e].Target, sketch, metrics);
        _in = Spread(edges, e => sketch.Edges[e].Target, e => sketch.Edges[e].Source, sketch, metrics);
    }

    public double Out(int edge) => _out[edge];
    public double In(int edge) => _in[edge];

    private static double[] Spread(int[] edges, Func<int, int> end, Func<int, int> other, LayoutSketch sketch, LayoutMetrics metrics)
    {
        var ports = new double[edges.Length];
        foreach (var group in edges.GroupBy(end))
        {
            var ordered = group.OrderBy(e => sketch.Lane[other(e)]).ThenBy(e => sketch.Layer[other(e)]).ToArray();
            var step = ordered.Length == 1 ? 0 : Math.Min(WidestStep, WidestSpread / (ordered.Length - 1));
            for (var i = 0; i < ordered.Length; i++)
                ports[ordered[i]] = metrics.Middle(sketch.Lane[group.Key]) + (i - (ordered.Length - 1) / 2.0) * step;
        }
        return ports;
    }
}
