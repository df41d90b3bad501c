namespace VcrPortal.Bench.Reading;

/// <summary>Counts how often drawn lines cross, whoever drew them: pairs of segments that properly intersect.</summary>
internal static class Crossings
{
    public static int Count(IReadOnlyList<(double X, double Y)[]> lines)
    {
        var crossings = 0;
        for (var first = 0; first < lines.Count; first++)
            for (var second = first + 1; second < lines.Count; second++)
                crossings += Between(lines[first], lines[second]);
        return crossings;
    }

    private static int Between((double X, double Y)[] first, (double X, double Y)[] second)
    {
        var crossings = 0;
        for (var i = 1; i < first.Length; i++)
            for (var j = 1; j < second.Length; j++)
                if (Cross(first[i - 1], first[i], second[j - 1], second[j])) crossings++;
        return crossings;
    }

    // The ends of each lie strictly on different sides of the other: touching at a shared node is no crossing.
    private static bool Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static double Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
