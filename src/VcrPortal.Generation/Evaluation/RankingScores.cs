using System.Collections.Immutable;

namespace VcrPortal.Generation.Evaluation;

/// <summary>A number with the middle 95% of its bootstrap.</summary>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>How well scores order answers.</summary>
public static class RankingScores
{
    private const int Resamples = 1000;

    /// <summary>
    /// Area under the receiver operating characteristic: how often a positive has the higher score, ties counting half (Mann and Whitney).
    /// Null when one class is missing.
    /// </summary>
    public static double? Auroc(IReadOnlyList<(double Score, bool Label)> rows)
    {
        var positives = rows.Count(r => r.Label);
        if (positives == 0 || positives == rows.Count) return null;
        var sorted = rows.OrderBy(r => r.Score).ToList();
        double rankSum = 0;
        for (var first = 0; first < sorted.Count;)
        {
            var last = first;
            while (last < sorted.Count && sorted[last].Score == sorted[first].Score) last++;
            var rank = (first + 1 + last) / 2.0; // the mean rank of a tie
            for (var i = first; i < last; i++)
                if (sorted[i].Label) rankSum += rank;
            first = last;
        }
        return (rankSum - (positives * (positives + 1.0) / 2)) / ((double)positives * (rows.Count - positives));
    }

    /// <summary>The mean over genes that have both answers; the interval is over genes. Null when there is no such gene.</summary>
    public static (Estimate Mean, int Genes)? PerGene(IEnumerable<(string Gene, double Score, bool Label)> rows, int seed)
    {
        var areas = rows.GroupBy(r => r.Gene).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Auroc([.. g.Select(r => (r.Score, r.Label))])).OfType<double>().ToImmutableArray();
        return areas.IsEmpty ? null : (Bootstrap(areas, seed), areas.Length);
    }

    /// <summary>The mean, and what it comes to in resamples of the same size.</summary>
    public static Estimate Bootstrap(ImmutableArray<double> values, int seed)
    {
        var random = new Random(seed);
        var means = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < values.Length; j++) sum += values[random.Next(values.Length)];
            means[i] = sum / values.Length;
        }
        Array.Sort(means);
        return new(values.Average(), means[Resamples * 25 / 1000], means[Resamples * 975 / 1000]);
    }
}
