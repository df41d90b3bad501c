namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Layers by longest path, order within layers by few crossings, lanes that keep parents over children. Actions without edges stand
/// below, in rows no wider than the rest.
/// </summary>
internal static class FullPlacement
{
    public static void Place(LayoutSketch sketch)
    {
        var connected = sketch.Order.Where(at => !sketch.IsIsolated(at)).ToList();
        AssignLayers(sketch, connected);
        var layers = LaneOrder.Find(sketch, connected);
        LaneAssignment.Assign(sketch, layers);
        StackIsolated(sketch, layers.Count, connected.Count == 0 ? 1 : layers.Max(l => l.Count));
    }

    private static void AssignLayers(LayoutSketch sketch, List<int> connected)
    {
        foreach (var at in connected)
            sketch.Layer[at] = sketch.Parents[at].Count == 0 ? 0 : sketch.Parents[at].Max(p => sketch.Layer[p]) + 1;
    }

    private static void StackIsolated(LayoutSketch sketch, int firstLayer, int lanes)
    {
        var placed = 0;
        for (var at = 0; at < sketch.Count; at++)
        {
            if (!sketch.IsIsolated(at)) continue;
            (sketch.Layer[at], sketch.Lane[at]) = (firstLayer + placed / lanes, placed % lanes);
            placed++;
        }
    }
}
