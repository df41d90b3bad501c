using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Keeps what was placed and adds the rest: an action stands in its band below its parents, at the free place nearest to them. Where its
/// band has no row left for it, a row is opened and what stands below moves down by one row; nothing ever moves sideways or up.
/// </summary>
internal sealed class AppendingPlacement
{
    // An action without edges opens a row of its band when so many stand in the last one.
    private const int WidestRow = 4;

    private readonly LayoutSketch _sketch;
    private readonly LayoutMetrics _metrics;
    private readonly bool[] _isPlaced;

    private AppendingPlacement(LayoutSketch sketch, LayoutMetrics metrics) =>
        (_sketch, _metrics, _isPlaced) = (sketch, metrics, new bool[sketch.Count]);

    public static void Place(LayoutSketch sketch, GraphLayout previous, LayoutMetrics metrics)
    {
        var placement = new AppendingPlacement(sketch, metrics);
        var kept = new Dictionary<NodeId, PlacedNode>();
        foreach (var node in previous.Nodes) kept.TryAdd(node.Id, node);
        for (var at = 0; at < sketch.Count; at++)
        {
            if (!kept.TryGetValue(sketch.Ids[at], out var node)) continue;
            (sketch.Layer[at], sketch.X[at], sketch.Band[at], placement._isPlaced[at]) = (node.Layer, node.X, node.Band, true);
        }
        foreach (var at in sketch.Order)
            if (!placement._isPlaced[at]) placement.Append(at);
    }

    private IEnumerable<int> Placed => Enumerable.Range(0, _sketch.Count).Where(at => _isPlaced[at]);

    private void Append(int at)
    {
        var parents = _sketch.Parents[at].FindAll(n => _isPlaced[n]);
        var children = _sketch.Children[at].FindAll(n => _isPlaced[n]);
        var band = parents.Select(p => _sketch.Band[p]).Append(_sketch.Band[at]).Max();
        var (first, end) = RowsOf(band);
        var layer = parents.Count > 0 ? Math.Max(parents.Max(p => _sketch.Layer[p]) + 1, first)
            : children.Count > 0 ? Math.Clamp(children.Min(c => _sketch.Layer[c]) - 1, first, Math.Max(first, end - 1))
            : end > first && Placed.Count(n => _sketch.Layer[n] == end - 1) < WidestRow ? end - 1
            : end;
        if (layer >= end) OpenRow(layer);
        _sketch.Band[at] = band;
        _sketch.Layer[at] = layer;
        _sketch.X[at] = FreePlace(layer, parents.Concat(children).Select(n => _sketch.X[n]).DefaultIfEmpty(_metrics.Margin).Average());
        _isPlaced[at] = true;
    }

    // The band's rows, from the first to one after the last; of a band that is empty so far: where it would begin.
    private (int First, int End) RowsOf(GraphBand band)
    {
        var end = Placed.Where(n => _sketch.Band[n] <= band).Select(n => _sketch.Layer[n] + 1).DefaultIfEmpty(0).Max();
        var first = Placed.Where(n => _sketch.Band[n] < band).Select(n => _sketch.Layer[n] + 1).DefaultIfEmpty(0).Max();
        return (first, end);
    }

    private void OpenRow(int layer)
    {
        if (!Placed.Any(n => _sketch.Layer[n] == layer)) return;
        foreach (var n in Placed.Where(n => _sketch.Layer[n] >= layer)) _sketch.Layer[n]++;
    }

    private double FreePlace(int layer, double wished)
    {
        var row = Placed.Where(n => _sketch.Layer[n] == layer).Select(n => _sketch.X[n]).ToList();
        var step = _metrics.NodeWidth + _metrics.LaneGap;
        return row.SelectMany(x => new[] { x - step, x + step }).Append(wished)
            .Where(x => x >= _metrics.Margin && row.TrueForAll(other => Math.Abs(x - other) > step - 0.01))
            .MinBy(x => Math.Abs(x - wished));
    }
}
