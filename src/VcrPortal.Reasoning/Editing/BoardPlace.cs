using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;

namespace VcrPortal.Reasoning.Editing;

/// <summary>The top left corner of a card on the board, in CSS pixels.</summary>
public readonly record struct BoardPlace(double X, double Y);

/// <summary>Finds room for cards beside those that stand already: nothing that was placed moves.</summary>
internal static class FreePlaces
{
    // Rows that are looked through before a card goes below everything.
    private const int MostColumns = 40;

    public static LayoutMetrics Measures => LayoutMetrics.Compact;

    /// <summary>Below the causes, in the free column nearest to their middle; without a cause below everything.</summary>
    public static BoardPlace For(IReadOnlyCollection<BoardPlace> taken, IReadOnlyCollection<BoardPlace> causes)
    {
        var (width, height) = (Measures.NodeWidth + Measures.LaneGap, Measures.NodeHeight + Measures.RowGap);
        if (taken.Count == 0) return new(Measures.Margin, Measures.Margin);
        if (causes.Count == 0) return new(taken.Min(place => place.X), taken.Max(place => place.Y) + height);
        var (x, y) = (causes.Average(place => place.X), causes.Max(place => place.Y) + height);
        for (var step = 0; step < MostColumns; step++)
        {
            var aside = (step % 2 == 0 ? 1 : -1) * (step + 1) / 2 * width;
            var place = new BoardPlace(Math.Round(x + aside), Math.Round(y));
            if (!taken.Any(other => Math.Abs(other.X - place.X) < width - 1 && Math.Abs(other.Y - place.Y) < height - 1)) return place;
        }
        return new(x, taken.Max(place => place.Y) + height);
    }

    public static Dictionary<NodeId, BoardPlace> Layered(ActionGraph graph) =>
        LayeredLayout.Arrange(graph, metrics: Measures).Nodes.ToDictionary(node => node.Id, node => new BoardPlace(node.X, node.Y));
}
