namespace VcrPortal.Bench;

/// <summary>Many times in one line.</summary>
internal static class Spreads
{
    public static string Measure(IReadOnlyCollection<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return $"median {Row.Milliseconds(sorted[sorted.Count / 2])}, 99% {Row.Milliseconds(sorted[sorted.Count * 99 / 100])}";
    }
}
