namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Where the actions of ordered layers stand from left to right: each as near as can be to the middle of its neighbours, with room for the
/// long edges that pass between them. For one layer the nearest places are found exactly, by isotonic regression (Barlow and others 1972);
/// sweeps down and up settle the layers with each other.
/// </summary>
internal sealed class Coordinates
{
    private const int Sweeps = 6;
    private const double BendWidth = 6;
    private const double BesideBend = 10;
    // A long edge should be straight more than a box should stand in the middle.
    private const double WeightOfBend = 4;

    private readonly LaneGraph _graph;
    private readonly LayoutMetrics _metrics;
    private readonly double[] _middle;

    private Coordinates(LaneGraph graph, LayoutMetrics metrics) =>
        (_graph, _metrics, _middle) = (graph, metrics, new double[graph.Vertices]);

    public static void Assign(LayoutSketch sketch, LaneGraph graph, LayoutMetrics metrics)
    {
        var coordinates = new Coordinates(graph, metrics);
        coordinates.Centre();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            if (sweep % 2 == 0) foreach (var layer in graph.Layers) coordinates.Settle(layer, graph.Above);
            else foreach (var layer in Enumerable.Reverse(graph.Layers)) coordinates.Settle(layer, graph.Below);
        }
        var left = Enumerable.Range(0, graph.Vertices).Select(v => coordinates._middle[v] - coordinates.Width(v) / 2)
            .DefaultIfEmpty(0).Min();
        for (var at = 0; at < sketch.Count; at++)
            sketch.X[at] = Math.Round(metrics.Margin + coordinates._middle[at] - metrics.NodeWidth / 2 - left, 1);
    }

    private double Width(int vertex) => _graph.IsBend(vertex) ? BendWidth : _metrics.NodeWidth;

    // Between the middles of two neighbours.
    private double Apart(int left, int right) =>
        (Width(left) + Width(right)) / 2 + (_graph.IsBend(left) || _graph.IsBend(right) ? BesideBend : _metrics.LaneGap);

    private void Centre()
    {
        foreach (var layer in _graph.Layers)
        {
            for (var i = 1; i < layer.Count; i++) _middle[layer[i]] = _middle[layer[i - 1]] + Apart(layer[i - 1], layer[i]);
            var half = layer.Count == 0 ? 0 : _middle[layer[^1]] / 2;
            foreach (var vertex in layer) _middle[vertex] -= half;
        }
    }

    // The places without the least distances between them have to rise: blocks that would fall are joined at their weighted mean.
    private void Settle(List<int> layer, List<List<int>> neighbours)
    {
        var blocks = new List<(double Place, double Weight, int Count)>(layer.Count);
        var offset = new double[layer.Count];
        for (var i = 0; i < layer.Count; i++)
        {
            offset[i] = i == 0 ? 0 : offset[i - 1] + Apart(layer[i - 1], layer[i]);
            var near = neighbours[layer[i]];
            var wished = near.Count == 0 ? _middle[layer[i]] : MiddleOf(near);
            blocks.Add((wished - offset[i], near.Count == 0 ? 0.1 : _graph.IsBend(layer[i]) ? WeightOfBend : 1, 1));
            while (blocks.Count > 1 && blocks[^2].Place > blocks[^1].Place)
            {
                var (a, b) = (blocks[^2], blocks[^1]);
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = ((a.Place * a.Weight + b.Place * b.Weight) / (a.Weight + b.Weight), a.Weight + b.Weight, a.Count + b.Count);
            }
        }
        var at = 0;
        foreach (var (place, _, count) in blocks)
            for (var i = 0; i < count; i++, at++) _middle[layer[at]] = place + offset[at];
    }

    private double MiddleOf(List<int> vertices)
    {
        var sum = 0.0;
        foreach (var vertex in vertices) sum += _middle[vertex];
        return sum / vertices.Count;
    }
}
