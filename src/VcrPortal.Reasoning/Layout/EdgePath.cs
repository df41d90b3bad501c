using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VcrPortal.Reasoning.Layout;

/// <summary>The points of an edge as an SVG path.</summary>
internal static class EdgePath
{
    // A turn with control points this far out reaches three quarters of it: the margin of the drawing, and less than any gap between rows.
    private const double TurnReach = 16;

    public static string Write(ImmutableArray<(double X, double Y)> points)
    {
        if (points.IsEmpty) return "";
        var path = new StringBuilder("M").Append(Number(points[0].X)).Append(' ').Append(Number(points[0].Y));
        var turnsBelow = true;
        for (var i = 1; i < points.Length; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (from.X == to.X) path.Append(" V").Append(Number(to.Y));
            else if (from.Y != to.Y) Curve(path, from, to, (from.Y + to.Y) / 2);
            else
            {
                Curve(path, from, to, from.Y + (turnsBelow ? TurnReach : -TurnReach));
                turnsBelow = !turnsBelow;
            }
        }
        return path.ToString();
    }

    private static void Curve(StringBuilder path, (double X, double Y) from, (double X, double Y) to, double controlY) =>
        path.Append(" C").Append(Number(from.X)).Append(' ').Append(Number(controlY)).Append(' ').Append(Number(to.X)).Append(' ')
            .Append(Number(controlY))
            .Append(' ').Append(Number(to.X)).Append(' ').Append(Number(to.Y));

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
