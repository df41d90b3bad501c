using System.Diagnostics;

namespace VcrPortal.Bench;

/// <summary>Medians of repeated runs: on a shared machine the mean says more about the neighbours.</summary>
internal static class Stopwatches
{
    private const int Rounds = 15;

    /// <summary>Two actions, round about, so that both meet the same weather. The median time of each.</summary>
    public static (TimeSpan First, TimeSpan Second) Compare(Action first, Action second)
    {
        for (var warm = 0; warm < Rounds; warm++)
        {
            first();
            second();
        }
        var times = Enumerable.Range(0, Rounds).Select(_ => (First: Time(first), Second: Time(second))).ToList();
        return (Median(times.Select(t => t.First)), Median(times.Select(t => t.Second)));
    }

    public static TimeSpan Median(Action action)
    {
        for (var warm = 0; warm < Rounds; warm++) action();
        return Median(Enumerable.Range(0, Rounds).Select(_ => Time(action)).ToList());
    }

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
