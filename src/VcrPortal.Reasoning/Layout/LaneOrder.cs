namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// The order of the actions within each layer: barycentre sweeps down and up, then exchanges of neighbours, keeping the best order seen
/// (Sugiyama, Tagawa and Toda 1981; Gansner and others 1993). A long edge takes part through a bend in every layer that it crosses.
/// </summary>
internal sealed class LaneOrder
{
    private const int Sweeps = 8;

    // Bends beyond this number no longer pay for their time: the longest edges then take no part in the order.
    private const int MostBends = 4_000;

    private readonly int _actions;
    private readonly List<int> _layerOf;
    private readonly List<List<int>> _above;
    private readonly List<List<int>> _below;
    private readonly List<List<int>> _layers = [];
    private readonly List<(int Source, int Target, int FirstBend)> _long = [];
    private int[] _place = [];

    private LaneOrder(LayoutSketch sketch, List<int> connected)
    {
        _actions = sketch.Count;
        _layerOf = [.. sketch.Layer];
        _above = [.. sketch.Ids.Select(_ => new List<int>())];
        _below = [.. sketch.Ids.Select(_ => new List<int>())];
        foreach (var at in connected.Order())
            foreach (var child in sketch.Children[at]) Join(at, child);
        var used = connected.Order().Concat(Enumerable.Range(_actions, _layerOf.Count - _actions));
        foreach (var vertex in used)
        {
            while (_layers.Count <= _layerOf[vertex]) _layers.Add([]);
            _layers[_layerOf[vertex]].Add(vertex);
        }
    }

    /// <summary>The actions of each layer from left to right; notes in the sketch where the long edges pass between them.</summary>
    public static List<List<int>> Of(LayoutSketch sketch, List<int> connected)
    {
        var order = new LaneOrder(sketch, connected);
        order.ReduceCrossings();
        order.NotePassages(sketch);
        return [.. order._layers.Select(layer => layer.Where(v => v < sketch.Count).ToList())];
    }

    private void Join(int source, int target)
    {
        var span = _layerOf[target] - _layerOf[source];
        if (_layerOf.Count - _actions + span - 1 > MostBends && span > 1) return;
        if (span > 1) _long.Add((source, target, _layerOf.Count));
        var from = source;
        for (var layer = _layerOf[source] + 1; layer < _layerOf[target]; layer++)
        {
            _layerOf.Add(layer);
            _above.Add([]);
            _below.Add([]);
            Link(from, _layerOf.Count - 1);
            from = _layerOf.Count - 1;
        }
        Link(from, target);
    }

    private void Link(int above, int below)
    {
        _below[above].Add(below);
        _above[below].Add(above);
    }

    private void ReduceCrossings()
    {
        _place = new int[_layerOf.Count];
        foreach (var layer in _layers) Number(layer);
        var (best, fewest) = (Copy(), Crossings());
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0) for (var i = 1; i < _layers.Count; i++) SortBy(_layers[i], _above);
            else for (var i = _layers.Count - 2; i >= 0; i--) SortBy(_layers[i], _below);
            foreach (var layer in _layers) ExchangeNeighbours(layer);
            if (Crossings() is var crossings && crossings < fewest) (best, fewest) = (Copy(), crossings);
        }
        for (var i = 0; i < _layers.Count; i++) _layers[i] = best[i];
    }

    private void NotePassages(LayoutSketch sketch)
    {
        var boxesLeft = new int[_layerOf.Count];
        foreach (var layer in _layers)
        {
            var boxes = 0;
            foreach (var vertex in layer) boxesLeft[vertex] = vertex < _actions ? boxes++ : boxes;
        }
        foreach (var (source, target, firstBend) in _long)
            sketch.Passages[(source, target)] = boxesLeft[firstBend..(firstBend + _layerOf[target] - _layerOf[source] - 1)];
    }

    private List<List<int>> Copy() => [.. _layers.Select(layer => layer.ToList())];

    private void Number(List<int> layer)
    {
        for (var i = 0; i < layer.Count; i++) _place[layer[i]] = i;
    }

    private void SortBy(List<int> layer, List<List<int>> neighbours)
    {
        var sorted = layer.OrderBy(v => neighbours[v].Count == 0 ? _place[v] : neighbours[v].Average(n => _place[n])).ToList();
        for (var i = 0; i < sorted.Count; i++) layer[i] = sorted[i];
        Number(layer);
    }

    private void ExchangeNeighbours(List<int> layer)
    {
        for (var i = 0; i + 1 < layer.Count; i++)
        {
            var (left, right) = (layer[i], layer[i + 1]);
            var gain = Between(left, right, _above) + Between(left, right, _below) - Between(right, left, _above) - Between(right, left, _below);
            if (gain <= 0) continue;
            (layer[i], layer[i + 1]) = (right, left);
            (_place[left], _place[right]) = (i + 1, i);
        }
    }

    private int Between(int left, int right, List<List<int>> neighbours)
    {
        var crossings = 0;
        foreach (var a in neighbours[left])
            foreach (var b in neighbours[right])
                if (_place[a] > _place[b]) crossings++;
        return crossings;
    }

    private long Crossings()
    {
        var crossings = 0L;
        for (var i = 1; i < _layers.Count; i++) crossings += CrossingsAbove(_layers[i], _layers[i - 1].Count);
        return crossings;
    }

    // Inversions, counted with a Fenwick tree over the places of the layer above.
    private long CrossingsAbove(List<int> layer, int above)
    {
        var tree = new int[above + 1];
        var (crossings, entered) = (0L, 0);
        foreach (var vertex in layer)
        {
            foreach (var parent in _above[vertex])
            {
                crossings += entered;
                for (var i = _place[parent] + 1; i > 0; i -= i & -i) crossings -= tree[i];
            }
            foreach (var parent in _above[vertex])
            {
                entered++;
                for (var i = _place[parent] + 1; i <= above; i += i & -i) tree[i]++;
            }
        }
        return crossings;
    }
}
