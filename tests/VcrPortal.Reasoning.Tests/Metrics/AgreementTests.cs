using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Reasoning.Tests.Metrics;

/// <summary>Agreement equals worked examples that were published, each recomputed here in a comment.</summary>
public class AgreementTests
{
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units, missing data.
    private static readonly ImmutableArray<RatedItem> Krippendorff = Items(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .");

    [Fact]
    public void CohensKappa_OfTheGrantProposals()
    {
        // Fifty proposals, two readers (the worked example of the Wikipedia article "Cohen's kappa"): both yes 20, both no 15, 5 and 10
        // differ.
        // Observed (20+15)/50 = .7; expected .5*.6 + .5*.4 = .5; kappa = .2/.5 = .4.
        Assert.Equal(0.4, Coefficient(Kappa.Cohen(Table([20, 5], [10, 15]))), 12);
    }

    // The paper was not at hand where this was written: the table is restated from memory of it, so that its arithmetic stands beside it.
    [Fact]
    public void CohensKappa_OfCohensOwnExample()
    {
        // J. Cohen, A coefficient of agreement for nominal scales (1960): 200 subjects, three diagnoses.
        // Observed (88+40+12)/200 = .70; expected (120*100 + 60*60 + 20*40)/200² = .41; kappa = .29/.59 = .4915 (printed .492).
        var items = Table([88, 14, 18], [10, 40, 10], [2, 6, 12]);

        Assert.Equal(0.29 / 0.59, Coefficient(Kappa.Cohen(items)), 12);
        Assert.Equal(0.492, Coefficient(Kappa.Cohen(items)), 3);
    }

    [Fact]
    public void CohensKappa_LeavesOutWhatOneDidNotRate() =>
        Assert.Equal(Kappa.Cohen(Items("0 1 1 0", "0 1 0 0")), Kappa.Cohen(Items("0 1 . 1 0 1", "0 1 1 0 0 .")));

    [Fact]
    public void FleissKappa_OfTheWellKnownTable()
    {
        // Fourteen raters, ten subjects, five categories (the worked example of the Wikipedia article "Fleiss' kappa").
        // Categories got 20, 28, 39, 21, 32 of 140 ratings: expected (400+784+1521+441+1024)/19600 = 4170/19600 = .2128.
        // Within subjects the sums of n(n-1) are 182, 46, 56, 80, 60, 84, 44, 32, 52, 52 = 688 of 10*182: observed .3780.
        // Kappa = (688/1820 - 4170/19600) / (1 - 4170/19600) = .2099 (printed .210).
        var items = Counts([0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]);

        Assert.Equal((688 / 1820.0 - 4170 / 19600.0) / (1 - 4170 / 19600.0), Coefficient(Kappa.Fleiss(items)), 12);
        Assert.Equal(0.210, Coefficient(Kappa.Fleiss(items)), 3);
    }

    [Fact]
    public void FleissKappa_WithMissingRatings_IsUndefined() => Assert.IsType<Agreement.Undefined>(Kappa.Fleiss(Krippendorff));

    [Fact]
    public void Alpha_OfTwoObserversAndTwoCategories()
    {
        // Krippendorff (2011), section A: ten units, four mismatched. Of 20 values 14 are 0 and 6 are 1:
        // alpha = 1 - (20-1) * 4 / (14*6) = 1 - 76/84 (printed .095).
        var items = Items("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");

        Assert.Equal(1 - 76 / 84.0, Coefficient(KrippendorffAlpha.Compute(items, RatingScale.Nominal)), 12);
    }

    [Fact]
    public void Alpha_NominalWithMissingData()
    {
        // 40 pairable values: nine 1, thirteen 2, ten 3, five 4, three 5 (the lone 3 of unit 12 pairs with nothing).
        // Coincidences that match: 7+10+8+4+3 = 32; sum of n(n-1): 72+156+90+20+6 = 344.
        // Alpha = (39*32 - 344) / (40*39 - 344) = 904/1216 (printed .743).
        var alpha = Coefficient(KrippendorffAlpha.Compute(Krippendorff, RatingScale.Nominal));

        Assert.Equal(904 / 1216.0, alpha, 12);
        Assert.Equal(0.743, alpha, 3);
    }

    [Fact]
    public void CoincidenceMatrix_OfKrippendorffsExample_IsThePrintedOne()
    {
        var matrix = CoincidenceMatrix.From(Krippendorff);

        // Unit 2 is "2 2 3 2": 2 with 2 counts 6/3, 2 with 3 three thirds each way. Unit 6 is "1 2 3 4": a third for each pair.
        // Unit 1 "1 1 1" gives 3 to 1-1; units 7 "4 4 4 4" and 10 "5 5 5" give 4 and 3; and so on.
        double[][] printed =
        [
            [7, 4 / 3.0, 1 / 3.0, 1 / 3.0, 0],
            [4 / 3.0, 10, 4 / 3.0, 1 / 3.0, 0],
            [1 / 3.0, 4 / 3.0, 8, 1 / 3.0, 0],
            [1 / 3.0, 1 / 3.0, 1 / 3.0, 4, 0],
            [0, 0, 0, 0, 3],
        ];
        Assert.Equal("1 2 3 4 5", string.Join(' ', matrix.Categories));
        Assert.Equal(40, matrix.Total, 9);
        Assert.All(printed, (row, at) => Assert.All(row, (cell, column) => Assert.Equal(cell, matrix.Cells[at][column], 9)));
        Assert.Equal(904 / 1216.0, Coefficient(matrix.Alpha()), 12);
    }

    [Fact]
    public void CoincidenceMatrix_GivesTheSameAlphaAsTheFormulaByItems()
    {
        var items = Items("0 1 2 1 . 0", "0 2 2 1 1 .", ". 1 0 1 1 0");

        Assert.Equal(
            Coefficient(KrippendorffAlpha.Compute(items, RatingScale.Nominal)), Coefficient(CoincidenceMatrix.From(items).Alpha()), 12);
        Assert.IsType<Agreement.Undefined>(CoincidenceMatrix.From(Items("1 1", "1 1")).Alpha());
        Assert.IsType<Agreement.Undefined>(CoincidenceMatrix.From(Items("1 .", ". 1")).Alpha());
    }

    [Fact]
    public void Alpha_OrdinalWithMissingData()
    {
        // Squared distances with those totals: 1-2 (9/2+13/2)² = 11² = 121, 1-3 (4.5+13+5)² = 22.5², 1-4 (4.5+13+10+2.5)² = 30²,
        // 1-5 34², 2-3 11.5², 2-4 19², 2-5 23², 3-4 7.5², 3-5 11.5², 4-5 4².
        // Coincidences that differ: 1-2 4/3, 1-3 1/3, 1-4 1/3, 2-3 4/3, 2-4 1/3, 3-4 1/3, each both ways.
        const double observed = 4 / 3.0 * 121 + 1 / 3.0 * 506.25 + 1 / 3.0 * 900 + 4 / 3.0 * 132.25 + 1 / 3.0 * 361 + 1 / 3.0 * 56.25;
        const double expected = 9 * 13 * 121 + 9 * 10 * 506.25 + 9 * 5 * 900 + 9 * 3 * 1156 + 13 * 10 * 132.25 + 13 * 5 * 361 + 13 * 3 * 529
            + 10 * 5 * 56.25 + 10 * 3 * 132.25 + 5 * 3 * 16;
        var alpha = Coefficient(KrippendorffAlpha.Compute(Krippendorff, RatingScale.Ordinal));

        Assert.Equal(1 - 39 * observed / expected, alpha, 12);
        // Printed as .815.
        Assert.Equal(0.815, alpha, 3);
    }

    [Fact]
    public void PerfectAgreement_IsOne()
    {
        var items = Items("0 1 2 1", "0 1 2 1");

        Assert.All(
            [Kappa.Cohen(items), Kappa.Fleiss(items), KrippendorffAlpha.Compute(items, RatingScale.Nominal),
            KrippendorffAlpha.Compute(items, RatingScale.Ordinal)],
            agreement => Assert.Equal(1, Coefficient(agreement), 12));
    }

    [Theory]
    [InlineData("1 1 1", "1 1 1")]
    [InlineData("1 . .", ". 2 .")]
    [InlineData("", "")]
    public void NoVariationOrNothingShared_IsUndefined(string one, string other)
    {
        var items = Items(one, other);

        Assert.All(
            [Kappa.Cohen(items), Kappa.Fleiss(items), KrippendorffAlpha.Compute(items, RatingScale.Nominal),
            KrippendorffAlpha.Compute(items, RatingScale.Ordinal)],
            agreement => Assert.IsType<Agreement.Undefined>(agreement));
    }

    [Fact]
    public void Bootstrap_WithOneSeed_IsRepeatableAndAroundTheValue()
    {
        var items = Table([40, 5], [5, 40]);
        BootstrapInterval Draw(int seed) => TraceBootstrap.Interval(items, i => Kappa.Cohen(i), seed);

        var bounds = Assert.IsType<BootstrapInterval.Bounds>(Draw(1));

        Assert.Equal(bounds, Draw(1));
        Assert.NotEqual(bounds, Draw(2));
        Assert.InRange(Coefficient(Kappa.Cohen(items)), bounds.Low, bounds.High);
    }

    [Fact]
    public void Bootstrap_DrawsWholeTraces()
    {
        // The same ratings in 90 traces of one or in 10 traces that agree throughout or not at all: clusters make the interval wider.
        var single = Table([40, 5], [5, 40]);
        ImmutableArray<RatedItem> clustered =
            [.. single.OrderBy(i => i.Ratings[0] == i.Ratings[1]).Select((item, at) => item with { Trace = $"t{at / 9}" })];

        Assert.True(Width(clustered) > 1.5 * Width(single));

        static double Width(ImmutableArray<RatedItem> items) =>
            Assert.IsType<BootstrapInterval.Bounds>(TraceBootstrap.Interval(items, i => Kappa.Cohen(i), seed: 7)) is var bounds
                ? bounds.High - bounds.Low : 0;
    }

    [Fact]
    public void Bootstrap_OfOneTrace_IsUndefined() =>
        Assert.IsType<BootstrapInterval.Undefined>(
            TraceBootstrap.Interval([.. Items("0 1", "0 1").Select(i => i with { Trace = "t" })], i => Kappa.Cohen(i), seed: 1));

    private static double Coefficient(Agreement agreement) => Assert.IsType<Agreement.Value>(agreement).Coefficient;

    /// <summary>One line for each rater, one column for each item; a dot is no rating.</summary>
    private static ImmutableArray<RatedItem> Items(params string[] raters)
    {
        var ratings = raters.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return [.. Enumerable.Range(0, ratings[0].Length)
            .Select(item => new RatedItem($"t{item}", [.. ratings.Select(r => Rating(r[item]))]))];
    }

    private static int? Rating(string written) => written == "." ? null : int.Parse(written, CultureInfo.InvariantCulture);

    /// <summary>Two raters, from the counts of each combination.</summary>
    private static ImmutableArray<RatedItem> Table(params int[][] counts) =>
        [.. counts.SelectMany(
            (row, one) =>
            row.SelectMany((count, other) => Enumerable.Range(0, count).Select(i => new RatedItem($"{one} {other} {i}", [one, other]))))];

    /// <summary>For each item how many raters chose each category.</summary>
    private static ImmutableArray<RatedItem> Counts(params int[][] items) =>
        [.. items.Select(
            (item, at) => new RatedItem($"t{at}", [.. item.SelectMany((count, category) => Enumerable.Repeat((int?)category, count))]))];
}
