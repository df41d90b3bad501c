using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <param name="Path">The line, ending where the head begins.</param>
/// <param name="Head">The arrow head.</param>
/// <param name="Seal">The middle of the verdict's mark on the line.</param>
public sealed record DrawnEdge(CausalEdge Edge, string Path, string Head, (double X, double Y) Seal, ClaimMark Mark)
{
    private const double HeadLength = 8;
    private const double SealSize = 16;

    // Shares of the way between two rows, the middle first: marks of lines that cross stand aside of each other.
    private static readonly double[] Places = [0.5, 0.66, 0.34, 0.8, 0.2];

    /// <summary>A verdict was given or could be given: it has a mark on the line.</summary>
    public bool HasSeal => Mark is not (ClaimMark.Pending or ClaimMark.NotTestable);

    public static List<DrawnEdge> AllOf(GraphLayout layout, ClaimSheet sheet, double left, double top)
    {
        var seals = new List<(double X, double Y)>();
        var drawn = new List<DrawnEdge>(layout.Edges.Length);
        foreach (var edge in layout.Edges.Where(e => e.Points.Length > 1))
        {
            var one = From(edge, sheet, left, top, seals);
            if (one.HasSeal) seals.Add(one.Seal);
            drawn.Add(one);
        }
        return drawn;
    }

    private static DrawnEdge From(PlacedEdge edge, ClaimSheet sheet, double left, double top, List<(double X, double Y)> seals)
    {
        var points = edge.Points.Select(p => (X: p.X + left, Y: p.Y + top)).ToArray();
        var (tip, before) = (points[^1], points[^2]);
        var way = tip.Y >= before.Y ? 1 : -1;
        points[^1] = (tip.X, tip.Y - way * HeadLength);
        var path = LayeredLayout.ToSvgPath(edge with { Points = [.. points] });
        var head = GraphDrawing.Line($"M{tip.X:0.#} {tip.Y:0.#}l-4.5 {-way * HeadLength:0.#}h9z");
        return new(edge.Edge, path, head, SealOf(points, seals), sheet.EdgeMarks.GetValueOrDefault(edge.Edge));
    }

    // In the gap above the target, where edges of one source have parted, then in the gap below the source.
    private static (double X, double Y) SealOf((double X, double Y)[] points, List<(double X, double Y)> seals)
    {
        var first = On(points[^2], points[^1], Places[0]);
        foreach (var (from, to) in new[] { (points[^2], points[^1]), (points[0], points[1]) })
            foreach (var share in Places)
                if (On(from, to, share) is var place && !seals.Exists(s => IsNear(s, place))) return place;
        return first;
    }

    private static bool IsNear((double X, double Y) a, (double X, double Y) b) =>
        Math.Abs(a.X - b.X) < SealSize && Math.Abs(a.Y - b.Y) < SealSize;

    // The cubic of EdgePath: its control points stand at half the height.
    private static (double X, double Y) On((double X, double Y) from, (double X, double Y) to, double share)
    {
        var (t, u) = (share, 1 - share);
        var middle = (from.Y + to.Y) / 2;
        return (from.X * u * u * (u + 3 * t) + to.X * t * t * (t + 3 * u),
            from.Y * u * u * u + 3 * u * t * middle + to.Y * t * t * t);
    }
}
