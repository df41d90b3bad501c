using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// Keeps what was placed and adds the rest: an action stands below its parents, in the free lane nearest to them (a new lane where its
/// layer is full); one that has only children stands above them; one without edges stands below everything.
/// </summary>
internal sealed class AppendingPlacement
{
    private readonly LayoutSketch _sketch;
    private readonly bool[] _isPlaced;
    private readonly HashSet<(int Layer, int Lane)> _taken = [];
    private int _layers;
    private int _lanes = 1;

    private AppendingPlacement(LayoutSketch sketch) => (_sketch, _isPlaced) = (sketch, new bool[sketch.Count]);

    public static void Place(LayoutSketch sketch, GraphLayout previous)
    {
        var placement = new AppendingPlacement(sketch);
        var kept = new Dictionary<NodeId, PlacedNode>();
        foreach (var node in previous.Nodes) kept.TryAdd(node.Id, node);
        for (var at = 0; at < sketch.Count; at++)
            if (kept.TryGetValue(sketch.Ids[at], out var node)) placement.Put(at, node.Layer, node.Lane);
        foreach (var at in sketch.Order)
            if (!placement._isPlaced[at]) placement.Append(at);
    }

    private void Append(int at)
    {
        var parents = _sketch.Parents[at].FindAll(n => _isPlaced[n]);
        var children = _sketch.Children[at].FindAll(n => _isPlaced[n]);
        var layer = parents.Count > 0 ? parents.Max(p => _sketch.Layer[p]) + 1
            : children.Count > 0 ? Math.Max(0, children.Min(c => _sketch.Layer[c]) - 1)
            : _sketch.Children[at].Count > 0 ? 0
            : _layers;
        Put(at, layer, FreeLane(layer, parents.Concat(children).Select(n => (double)_sketch.Lane[n]).DefaultIfEmpty(0).Average()));
    }

    private int FreeLane(int layer, double wished)
    {
        var best = _lanes;
        for (var lane = 0; lane < _lanes; lane++)
            if (!_taken.Contains((layer, lane)) && (best == _lanes || Math.Abs(lane - wished) < Math.Abs(best - wished))) best = lane;
        return best;
    }

    private void Put(int at, int layer, int lane)
    {
        (_sketch.Layer[at], _sketch.Lane[at], _isPlaced[at]) = (layer, lane, true);
        _taken.Add((layer, lane));
        _layers = Math.Max(_layers, layer + 1);
        _lanes = Math.Max(_lanes, lane + 1);
    }
}
