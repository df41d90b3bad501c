namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Bands from top to bottom; in each, layers by longest path, order within layers by few crossings, parents over the middle of their
/// children. Actions without edges stand at the end of their band, in rows no wider than the rest.
/// </summary>
internal static class FullPlacement
{
    public static void Place(LayoutSketch sketch, Func<int, LayoutMetrics> metricsOf)
    {
        AssignLayers(sketch, widest: null);
        var connected = sketch.Order.Where(at => !sketch.IsIsolated(at)).ToList();
        var widest = connected.Count == 0 ? 1 : connected.CountBy(at => sketch.Layer[at]).Max(layer => layer.Value);
        AssignLayers(sketch, widest);
        var graph = LaneOrder.Find(sketch);
        var widestRow = sketch.Count == 0 ? 0 : Enumerable.Range(0, sketch.Count).CountBy(at => sketch.Layer[at]).Max(row => row.Value);
        Coordinates.Assign(sketch, graph, metricsOf(widestRow));
    }

    private static void AssignLayers(LayoutSketch sketch, int? widest)
    {
        var start = 0;
        foreach (var band in Enum.GetValues<GraphBand>())
        {
            var next = start;
            foreach (var at in sketch.Order)
            {
                if (sketch.Band[at] != band || sketch.IsIsolated(at)) continue;
                sketch.Layer[at] = sketch.Parents[at].Select(p => sketch.Layer[p] + 1).Append(start).Max();
                next = Math.Max(next, sketch.Layer[at] + 1);
            }
            if (widest is { } lanes) next = StackIsolated(sketch, band, next, lanes);
            start = next;
        }
    }

    private static int StackIsolated(LayoutSketch sketch, GraphBand band, int firstLayer, int lanes)
    {
        var placed = 0;
        for (var at = 0; at < sketch.Count; at++)
            if (sketch.Band[at] == band && sketch.IsIsolated(at)) sketch.Layer[at] = firstLayer + placed++ / lanes;
        return firstLayer + (placed + lanes - 1) / lanes;
    }
}
