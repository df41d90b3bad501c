namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// The actions by their layers, joined to neighbouring layers only: a long edge passes every layer that it crosses by a bend. Vertices are
/// numbered, the actions first, then the bends.
/// </summary>
internal sealed class LaneGraph
{
    // Bends beyond this number no longer pay for their time: the longest edges then take no part in the order.
    private const int MostBends = 4_000;

    private readonly int _actions;
    private readonly List<int> _layerOf;
    private readonly List<List<int>> _above;
    private readonly List<List<int>> _below;
    private readonly List<(int Source, int Target, int FirstBend)> _long = [];

    public LaneGraph(LayoutSketch sketch)
    {
        _actions = sketch.Count;
        _layerOf = [.. sketch.Layer];
        _above = [.. sketch.Ids.Select(_ => new List<int>())];
        _below = [.. sketch.Ids.Select(_ => new List<int>())];
        for (var at = 0; at < sketch.Count; at++)
            foreach (var child in sketch.Children[at]) Join(at, child);
        for (var vertex = 0; vertex < _layerOf.Count; vertex++)
        {
            while (Layers.Count <= _layerOf[vertex]) Layers.Add([]);
            Layers[_layerOf[vertex]].Add(vertex);
        }
    }

    /// <summary>The vertices of each layer from left to right, to be put in order.</summary>
    public List<List<int>> Layers { get; } = [];

    public int Vertices => _layerOf.Count;

    /// <summary>For each vertex those of the layer above that an edge joins it to.</summary>
    public List<List<int>> Above => _above;

    /// <summary>For each vertex those of the layer below that an edge joins it to.</summary>
    public List<List<int>> Below => _below;

    public bool IsBend(int vertex) => vertex >= _actions;

    /// <summary>Notes in the sketch between which actions the long edges pass.</summary>
    public void NotePassages(LayoutSketch sketch)
    {
        var boxesLeft = new int[_layerOf.Count];
        foreach (var layer in Layers)
        {
            var boxes = 0;
            foreach (var vertex in layer) boxesLeft[vertex] = vertex < _actions ? boxes++ : boxes;
        }
        foreach (var (source, target, firstBend) in _long)
            sketch.Passages[(source, target)] = boxesLeft[firstBend..(firstBend + _layerOf[target] - _layerOf[source] - 1)];
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
}
