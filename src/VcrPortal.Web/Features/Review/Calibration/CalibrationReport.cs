using System.Collections.Immutable;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.Features.Review.Calibration;

/// <summary>A claim on which a check and the reviewers both decided.</summary>
/// <param name="Verifier">The check with its version.</param>
/// <param name="Supports">Whether the check supports the claim; else it contradicts or disputes it.</param>
/// <param name="Holds">Whether it holds, as every reviewer said blind.</param>
public sealed record ComparedVerdict(int Trace, string Primitive, string Verifier, bool Supports, bool Holds);

/// <summary>How far one check agrees with reviewers.</summary>
/// <param name="Primitive">Null for all of them.</param>
/// <param name="Claims">On which both decided.</param>
/// <param name="BaseRate">The share of these claims that holds: what a check that always supports would get right.</param>
/// <param name="Precision">The share that holds among the claims that it supports.</param>
/// <param name="Recall">The share that it supports among the claims that hold.</param>
/// <param name="Kappa">Cohen's.</param>
public sealed record CalibrationLine(
    string Verifier, string? Primitive, int Claims, double BaseRate, Measured Precision, Measured Recall, Measured Kappa);

/// <summary>A number with its interval, whole traces drawn with replacement.</summary>
public sealed record Measured(Reasoning.Metrics.Agreement Value, BootstrapInterval Interval);

/// <summary>Checks against blind judgements, for each version of a check, and for each primitive that it judged; pure.</summary>
public static class CalibrationReport
{
    /// <summary>The seed of the intervals: the same judgements give the same ones.</summary>
    private const int Seed = 20111;

    /// <summary>Items that are drawn for one interval in all.</summary>
    private const int MostDraws = 2_000_000;

    public static ImmutableArray<CalibrationLine> From(IEnumerable<ComparedVerdict> compared) =>
    [
        .. from check in compared.GroupBy(c => c.Verifier).OrderBy(g => g.Key, StringComparer.Ordinal)
           let parts = check.GroupBy(c => c.Primitive).OrderBy(g => g.Key, StringComparer.Ordinal)
           from line in parts.Select(p => LineOf(check.Key, p.Key, [.. p])).Prepend(LineOf(check.Key, null, [.. check]))
           select line,
    ];

    private static CalibrationLine LineOf(string verifier, string? primitive, ImmutableArray<ComparedVerdict> claims)
    {
        ImmutableArray<RatedItem> items =
            [.. claims.Select(c => new RatedItem($"{c.Trace}", [c.Supports ? 1 : 0, c.Holds ? 1 : 0]))];
        return new(
            verifier, primitive, claims.Length, claims.Average(c => c.Holds ? 1.0 : 0),
            Measure(items, i => ShareOf(i, given: 0, asked: 1, "It supports none of them.")),
            Measure(items, i => ShareOf(i, given: 1, asked: 0, "None of them holds.")), Measure(items, i => Kappa.Cohen(i)));
    }

    private static Measured Measure(
        ImmutableArray<RatedItem> items, Func<ImmutableArray<RatedItem>, Reasoning.Metrics.Agreement> coefficient) =>
        new(coefficient(items), TraceBootstrap.Interval(
            items, coefficient, Seed, Math.Clamp(MostDraws / Math.Max(1, items.Length), 100, TraceBootstrap.UsualSamples)));

    /// <summary>The share of the items to which the one said yes to which the other did too.</summary>
    private static Reasoning.Metrics.Agreement ShareOf(ImmutableArray<RatedItem> items, int given, int asked, string none)
    {
        var those = items.Where(i => i.Ratings[given] == 1).ToList();
        return those.Count == 0 ? new Reasoning.Metrics.Agreement.Undefined(none)
            : new Reasoning.Metrics.Agreement.Value(those.Average(i => i.Ratings[asked]!.Value));
    }
}
