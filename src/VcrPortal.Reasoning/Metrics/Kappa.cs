using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>Agreement beyond chance on categories without order.</summary>
public static class Kappa
{
    /// <summary>
    /// Cohen's kappa of two raters (Educational and Psychological Measurement 20, 1960): chance from each rater's own shares. Items that
    /// either of them left out do not count.
    /// </summary>
    public static Agreement Cohen(ImmutableArray<RatedItem> items, int rater = 0, int otherRater = 1)
    {
        var pairs = (from item in items
                     where item.Ratings[rater] is not null && item.Ratings[otherRater] is not null
                     select (One: item.Ratings[rater]!.Value, Other: item.Ratings[otherRater]!.Value)).ToList();
        if (pairs.Count == 0) return new Agreement.Undefined("No item was rated by both.");
        var others = pairs.CountBy(pair => pair.Other).ToDictionary();
        var chance = pairs.CountBy(pair => pair.One)
            .Sum(one => (double)one.Value * others.GetValueOrDefault(one.Key)) / ((double)pairs.Count * pairs.Count);
        return Agreement.BeyondChance((double)pairs.Count(pair => pair.One == pair.Other) / pairs.Count, chance);
    }

    /// <summary>
    /// Fleiss' kappa of many raters (Psychological Bulletin 76, 1971): chance from the shares of all ratings. It is defined only where
    /// every item has the same number of ratings, two or more; for anything else there is <see cref="KrippendorffAlpha"/>.
    /// </summary>
    public static Agreement Fleiss(ImmutableArray<RatedItem> items)
    {
        if (items.IsEmpty) return new Agreement.Undefined("There are no items.");
        double raters = items[0].Given.Count();
        if (raters < 2 || items.Any(item => item.Given.Count() != raters)) return new Agreement.Undefined(
            "Items have different numbers of ratings, or fewer than two.");
        var observed =
            items.Average(item => item.Given.CountBy(r => r).Sum(c => (double)c.Value * (c.Value - 1)) / (raters * (raters - 1)));
        var expected = items.SelectMany(item => item.Given).CountBy(r => r).Sum(c => Math.Pow(c.Value / (raters * items.Length), 2));
        return Agreement.BeyondChance(observed, expected);
    }
}
