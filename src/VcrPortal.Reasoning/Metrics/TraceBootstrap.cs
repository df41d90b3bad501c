using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>A percentile interval of a coefficient.</summary>
public abstract record BootstrapInterval
{
    private BootstrapInterval() { }

    /// <param name="Samples">How many resamples it rests on: those in which the coefficient was defined.</param>
    public sealed record Bounds(double Low, double High, int Samples) : BootstrapInterval;

    /// <summary>Fewer than two traces, or the coefficient was undefined in more than half of the resamples.</summary>
    public sealed record Undefined(string Why) : BootstrapInterval;
}

/// <summary>
/// Bootstrap clustered by trace: whole traces are drawn with replacement, as many as there are, because the items of one trace go together
/// (Efron and Tibshirani, An Introduction to the Bootstrap, 1993: percentile interval). The same seed gives the same interval.
/// </summary>
public static class TraceBootstrap
{
    /// <summary>Resamples, where the caller names no number.</summary>
    public const int UsualSamples = 1_000;

    /// <param name="level">The share of resamples inside, between 0 and 1.</param>
    public static BootstrapInterval Interval(
        ImmutableArray<RatedItem> items, Func<ImmutableArray<RatedItem>, Agreement> coefficient, int seed,
        int samples = UsualSamples, double level = 0.95, CancellationToken cancellation = default)
    {
        var traces = items.GroupBy(item => item.Trace, StringComparer.Ordinal).Select(trace => trace.ToArray()).ToArray();
        if (traces.Length < 2) return new BootstrapInterval.Undefined("One trace says nothing about others.");
        var random = new Random(seed);
        var values = new List<double>(samples);
        for (var sample = 0; sample < samples; sample++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (coefficient([.. traces.SelectMany(_ => traces[random.Next(traces.Length)])]) is Agreement.Value value) values.Add(
                value.Coefficient);
        }
        if (values.Count * 2 <= samples) return new BootstrapInterval.Undefined(
            "In half of the resamples or more the coefficient is undefined.");
        values.Sort();
        return new BootstrapInterval.Bounds(Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2), values.Count);
    }

    // Linear between the two nearest.
    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
