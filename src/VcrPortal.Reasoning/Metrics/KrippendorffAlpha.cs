using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>
/// Krippendorff's alpha for any number of raters and with missing ratings: one less the disagreement within items over the disagreement
/// among all ratings that can be paired (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). Items with one rating pair
/// with nothing.
/// </summary>
public static class KrippendorffAlpha
{
    public static Agreement Compute(ImmutableArray<RatedItem> items, RatingScale scale)
    {
        var pairable = items.Select(item => item.Given.ToList()).Where(ratings => ratings.Count > 1).ToList();
        if (pairable.Count == 0) return new Agreement.Undefined("No item was rated twice.");
        var totals = new SortedDictionary<int,
            double>(pairable.SelectMany(r => r).CountBy(r => r).ToDictionary(c => c.Key, c => (double)c.Value));
        var distances = Distances(totals, scale);
        var all = totals.Values.Sum();
        var expected = PairsOf(totals, totals, distances) / (all - 1);
        if (expected <= 0) return new Agreement.Undefined("Everybody gave one and the same rating, so there is no disagreement to expect.");
        return new Agreement.Value(1 - pairable.Sum(ratings => Disagreement(ratings, distances)) / expected);
    }

    // A rating of an item with m of them is paired with each of the other m - 1 and weighs 1 / (m - 1) in each.
    private static double Disagreement(List<int> ratings, Dictionary<(int, int), double> distances)
    {
        var counts = new SortedDictionary<int, double>(ratings.CountBy(r => r).ToDictionary(c => c.Key, c => (double)c.Value));
        return PairsOf(counts, counts, distances) / (ratings.Count - 1);
    }

    private static double PairsOf(
        SortedDictionary<int, double> ones, SortedDictionary<int, double> others, Dictionary<(int, int), double> distances) =>
        (from one in ones from other in others where one.Key != other.Key select one.Value * other.Value * distances[(one.Key, other.Key)])
            .Sum();

    /// <summary>Squared: 1 between any two on a nominal scale; on an ordinal one all ratings between them, and half of those on either
    /// end.</summary>
    private static Dictionary<(int, int), double> Distances(SortedDictionary<int, double> totals, RatingScale scale)
    {
        var distances = new Dictionary<(int, int), double>();
        var ranks = totals.ToList();
        for (var low = 0; low < ranks.Count; low++)
        {
            var between = -ranks[low].Value / 2;
            for (var high = low; high < ranks.Count; high++)
            {
                between += ranks[high].Value;
                var apart = between - ranks[high].Value / 2;
                distances[(ranks[low].Key, ranks[high].Key)] = distances[(ranks[high].Key, ranks[low].Key)] = scale == RatingScale.Nominal
                    ? 1 : apart * apart;
            }
        }
        return distances;
    }
}
