namespace VcrPortal.Reasoning.Layout;

/// <summary>
/// The order of the actions within each layer: barycentre sweeps down and up, then exchanges of neighbours, keeping the best order seen
/// (Sugiyama, Tagawa and Toda 1981; Gansner and others 1993). A long edge takes part through a bend in every layer that it crosses.
/// </summary>
internal sealed class LaneOrder
{
    private const int Sweeps = 8;

    private readonly LaneGraph _graph;
    private readonly int[] _place;

    private LaneOrder(LaneGraph graph)
    {
        _graph = graph;
        _place = new int[graph.Vertices];
        foreach (var layer in graph.Layers) Number(layer);
    }

    /// <summary>The actions and bends of each layer in order; notes in the sketch where the long edges pass between the actions.</summary>
    public static LaneGraph Find(LayoutSketch sketch)
    {
        var graph = new LaneGraph(sketch);
        new LaneOrder(graph).ReduceCrossings();
        graph.NotePassages(sketch);
        return graph;
    }

    private void ReduceCrossings()
    {
        var (best, fewest) = (Copy(), Crossings());
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0) for (var i = 1; i < _graph.Layers.Count; i++) SortBy(_graph.Layers[i], _graph.Above);
            else for (var i = _graph.Layers.Count - 2; i >= 0; i--) SortBy(_graph.Layers[i], _graph.Below);
            foreach (var layer in _graph.Layers) ExchangeNeighbours(layer);
            if (Crossings() is var crossings && crossings < fewest) (best, fewest) = (Copy(), crossings);
        }
        for (var i = 0; i < _graph.Layers.Count; i++) _graph.Layers[i] = best[i];
    }

    private List<List<int>> Copy() => [.. _graph.Layers.Select(layer => layer.ToList())];

    private void Number(List<int> layer)
    {
        for (var i = 0; i < layer.Count; i++) _place[layer[i]] = i;
    }

    private void SortBy(List<int> layer, List<List<int>> neighbours)
    {
        var sorted = layer.OrderBy(v => MiddleOf(v, neighbours[v])).ToList();
        for (var i = 0; i < sorted.Count; i++) layer[i] = sorted[i];
        Number(layer);
    }

    private double MiddleOf(int vertex, List<int> neighbours)
    {
        if (neighbours.Count == 0) return _place[vertex];
        var sum = 0;
        foreach (var neighbour in neighbours) sum += _place[neighbour];
        return (double)sum / neighbours.Count;
    }

    private void ExchangeNeighbours(List<int> layer)
    {
        for (var i = 0; i + 1 < layer.Count; i++)
        {
            var (left, right) = (layer[i], layer[i + 1]);
            if (Gain(left, right, _graph.Above) + Gain(left, right, _graph.Below) <= 0) continue;
            (layer[i], layer[i + 1]) = (right, left);
            (_place[left], _place[right]) = (i + 1, i);
        }
    }

    // How many crossings fewer there are once the two have changed places.
    private int Gain(int left, int right, List<List<int>> neighbours)
    {
        var gain = 0;
        foreach (var a in neighbours[left])
            foreach (var b in neighbours[right])
                gain += _place[a].CompareTo(_place[b]);
        return gain;
    }

    private long Crossings()
    {
        var crossings = 0L;
        for (var i = 1; i < _graph.Layers.Count; i++) crossings += CrossingsAbove(_graph.Layers[i], _graph.Layers[i - 1].Count);
        return crossings;
    }

    // Inversions, counted with a Fenwick tree over the places of the layer above.
    private long CrossingsAbove(List<int> layer, int above)
    {
        var tree = new int[above + 1];
        var (crossings, entered) = (0L, 0);
        foreach (var vertex in layer)
        {
            foreach (var parent in _graph.Above[vertex])
            {
                crossings += entered;
                for (var i = _place[parent] + 1; i > 0; i -= i & -i) crossings -= tree[i];
            }
            foreach (var parent in _graph.Above[vertex])
            {
                entered++;
                for (var i = _place[parent] + 1; i <= above; i += i & -i) tree[i]++;
            }
        }
        return crossings;
    }
}
