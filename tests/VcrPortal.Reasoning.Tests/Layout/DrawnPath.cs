using System.Globalization;

namespace VcrPortal.Reasoning.Tests.Layout;

/// <summary>Points along an SVG path of M, V and C commands, as a browser would draw it.</summary>
internal static class DrawnPath
{
    private const int Steps = 16;

    public static IEnumerable<(double X, double Y)> PointsOf(string path)
    {
        (double X, double Y) at = default;
        foreach (var (command, values) in Commands(path))
        {
            var to = command == 'V' ? (at.X, values[0]) : (values[^2], values[^1]);
            if (command != 'M')
                foreach (
                    var point in Between(
                    at, command == 'C' ? (values[0], values[1]) : at, command == 'C' ? (values[2], values[3]) : to, to)) yield return point;
            at = to;
        }
    }

    private static IEnumerable<(char Command, double[] Values)> Commands(string path)
    {
        foreach (var part in path.Replace(" V", "|V").Replace(" C", "|C").Split('|'))
            yield return (part[0], [.. part[1..].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))]);
    }

    private static IEnumerable<(double X, double Y)> Between(
        (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        for (var i = 0; i <= Steps; i++)
        {
            var (t, u) = ((double)i / Steps, 1 - (double)i / Steps);
            yield return (
                u * u * u * a.X + 3 * u * u * t * b.X + 3 * u * t * t * c.X + t * t * t * d.X,
                u * u * u * a.Y + 3 * u * u * t * b.Y + 3 * u * t * t * c.Y + t * t * t * d.Y);
        }
    }
}
