using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>
/// How often two ratings of one item coincide: each pair of ratings of an item with m of them counts 1 / (m - 1), both ways, so that the
/// whole is the number of ratings that can be paired (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C).
/// </summary>
/// <param name="Categories">The ratings that were given, in order.</param>
/// <param name="Cells">Row by row in that order; symmetric.</param>
public sealed record CoincidenceMatrix(ImmutableArray<int> Categories, ImmutableArray<ImmutableArray<double>> Cells)
{
    /// <summary>How many ratings could be paired.</summary>
    public double Total => Cells.Sum(row => row.Sum());

    public static CoincidenceMatrix From(ImmutableArray<RatedItem> items)
    {
        var pairable = items.Select(item => item.Given.ToList()).Where(ratings => ratings.Count > 1).ToList();
        ImmutableArray<int> categories = [.. pairable.SelectMany(r => r).Distinct().Order()];
        var cells = categories.Select(_ => new double[categories.Length]).ToArray();
        foreach (var ratings in pairable)
            for (var one = 0; one < ratings.Count; one++)
                for (var other = 0; other < ratings.Count; other++)
                    if (one != other)
                        cells[categories.IndexOf(ratings[one])][categories.IndexOf(ratings[other])] += 1.0 / (ratings.Count - 1);
        return new(categories, [.. cells.Select(row => row.ToImmutableArray())]);
    }

    /// <summary>Alpha on a nominal scale, from the matrix alone: one less the share of mismatches over the one to expect from the
    /// margins.</summary>
    public Agreement Alpha()
    {
        var (total, margins) = (Total, Cells.Select(row => row.Sum()).ToArray());
        if (total == 0) return new Agreement.Undefined("No item was rated twice.");
        var mismatches = total - Cells.Select((row, at) => row[at]).Sum();
        var expected = total * total - margins.Sum(m => m * m);
        return expected <= 0
            ? new Agreement.Undefined("Everybody gave one and the same rating, so there is no disagreement to expect.")
            : new Agreement.Value(1 - (total - 1) * mismatches / expected);
    }
}
