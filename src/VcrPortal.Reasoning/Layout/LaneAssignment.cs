namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Gives each action of an ordered layer a lane: as near as can be to the middle of its neighbours, in order, one lane each. The
/// nearest choice for a whole layer is found exactly, by dynamic programming over lanes.
/// </summary>
internal static class LaneAssignment
{
    // The most cells in the table of one layer. No explanation comes near; a hostile graph then gets lanes from left to right.
    private const long MostCells = 1_000_000;

    public static void Assign(LayoutSketch sketch, List<List<int>> layers)
    {
        var lanes = layers.Count == 0 ? 0 : layers.Max(layer => layer.Count);
        foreach (var layer in layers)
            for (var i = 0; i < layer.Count; i++) sketch.Lane[layer[i]] = (lanes - layer.Count) / 2 + i;
        foreach (var layer in layers) Settle(
            sketch, layer, lanes, at => Middle(sketch, sketch.Parents[at]) ?? Middle(sketch, sketch.Children[at]));
        foreach (var layer in Enumerable.Reverse(layers)) Settle(
            sketch, layer, lanes, at => Middle(sketch, [.. sketch.Parents[at], .. sketch.Children[at]]));
        foreach (var layer in layers) Settle(
            sketch, layer, lanes, at => Middle(sketch, sketch.Parents[at]) ?? Middle(sketch, sketch.Children[at]));
    }

    private static double? Middle(LayoutSketch sketch, List<int> neighbours) =>
        neighbours.Count == 0 ? null : neighbours.Average(n => sketch.Lane[n]);

    private static void Settle(LayoutSketch sketch, List<int> layer, int lanes, Func<int, double?> wish)
    {
        if (layer.Count == lanes)
        {
            for (var i = 0; i < lanes; i++) sketch.Lane[layer[i]] = i;
            return;
        }
        if ((long)layer.Count * lanes > MostCells)
        {
            TakeInTurn(sketch, layer, lanes, wish);
            return;
        }
        // cost[i, l]: the least for the first i + 1 actions where the last of them stands in a lane up to l; choice[i, l]: that lane.
        var cost = new double[layer.Count, lanes];
        var choice = new int[layer.Count, lanes];
        for (var i = 0; i < layer.Count; i++)
        {
            var wished = wish(layer[i]) ?? sketch.Lane[layer[i]];
            for (var lane = i; lane < lanes; lane++)
            {
                var here = Math.Abs(lane - wished) + (i == 0 ? 0 : cost[i - 1, lane - 1]);
                var isBetter = lane == i || here < cost[i, lane - 1];
                (cost[i, lane], choice[i, lane]) = isBetter ? (here, lane) : (cost[i, lane - 1], choice[i, lane - 1]);
            }
        }
        var last = lanes;
        for (var i = layer.Count - 1; i >= 0; i--) sketch.Lane[layer[i]] = last = choice[i, last - 1];
    }

    private static void TakeInTurn(LayoutSketch sketch, List<int> layer, int lanes, Func<int, double?> wish)
    {
        var next = 0;
        for (var i = 0; i < layer.Count; i++)
        {
            var wished = (int)Math.Round(wish(layer[i]) ?? sketch.Lane[layer[i]]);
            sketch.Lane[layer[i]] = Math.Clamp(wished, next, lanes - layer.Count + i);
            next = sketch.Lane[layer[i]] + 1;
        }
    }
}
