using System.Diagnostics;

namespace VcrPortal.Bench;

/// <summary>Medians of repeated runs: on a shared machine the mean says more about the neighbours.</summary>
internal static class Stopwatches
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2.5);

    /// <summary>Two actions, round about, so that both meet the same weather. The median time of each.</summary>
    public static (TimeSpan First, TimeSpan Second) Compare(Action first, Action second)
    {
        var start = Stopwatch.GetTimestamp();
        for (var warm = 0; warm < Rounds || Stopwatch.GetElapsedTime(start) < 2 * WarmUp; warm++)
        {
            first();
            second();
        }
        var times = Enumerable.Range(0, Rounds).Select(_ => (First: Time(first), Second: Time(second))).ToList();
        return (Median(times.Select(t => t.First)), Median(times.Select(t => t.Second)));
    }

    /// <summary>Warm for some seconds: on a busy machine the second look of the compiler comes late.</summary>
    public static TimeSpan Median(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        for (var warm = 0; warm < Rounds || Stopwatch.GetElapsedTime(start) < WarmUp; warm++) action();
        return Median(Enumerable.Range(0, Rounds).Select(_ => Time(action)).ToList());
    }

    /// <summary>Does the same as <see cref="Median(Action)"/>, in processor time of the whole process: neighbours do not count, the threads
    /// of the collector and the compiler do.</summary>
    public static TimeSpan MedianOfProcessor(Action action)
    {
        Median(action);
        return Median(Enumerable.Range(0, Rounds).Select(_ => ProcessorTime(action)).ToList());
    }

    /// <summary>The shortest of a few runs: enough to know a slow case from a fast one.</summary>
    public static TimeSpan Shortest(Action action) => Enumerable.Range(0, 5).Min(_ => Time(action));

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static TimeSpan ProcessorTime(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
