using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Arguments;

namespace VcrPortal.Reasoning.Tests.Arguments;

public class AffinityTests
{
    [Theory]
    [InlineData("0.9 nM", Comparison.Equal, 0.9, "nM", 0.9)]
    [InlineData("<0.01 nM", Comparison.Less, 0.01, "nM", 0.01)]
    [InlineData("0.010 uM", Comparison.Equal, 0.010, "uM", 10)]
    [InlineData("0.1 \u00B5M", Comparison.Equal, 0.1, "uM", 100)]
    [InlineData("0.1\u03BCM", Comparison.Equal, 0.1, "uM", 100)]
    [InlineData("≤ 5 pM", Comparison.AtMost, 5, "pM", 0.005)]
    [InlineData("~ 3 mM", Comparison.About, 3, "mM", 3e6)]
    [InlineData("about 12 nmol/L", Comparison.About, 12, "nM", 12)]
    [InlineData("1,200 nM", Comparison.Equal, 1200, "nM", 1200)]
    [InlineData("1.2e-9 M", Comparison.Equal, 1.2e-9, "M", 1.2)]
    [InlineData("4 × 10^-8 M", Comparison.Equal, 4e-8, "M", 40)]
    [InlineData("12 ± 3 nM", Comparison.Equal, 12, "nM", 12)]
    [InlineData("7 nanomolar", Comparison.Equal, 7, "nM", 7)]
    public void TryParse_OfAConcentration_GivesNanomolar(string text, Comparison comparison, double value, string unit, double nanomolar)
    {
        var affinity = Affinity.TryParse(text)!;
        Assert.Equal((text, comparison, value, unit), (affinity.Text, affinity.Comparison, affinity.Value, affinity.Unit));
        Assert.Equal(nanomolar, affinity.Nanomolar!.Value, nanomolar * 1e-9);
    }

    [Theory]
    [InlineData("IC50 = 12 nM", "IC50")]
    [InlineData("IC50: 12 nM", "IC50")]
    [InlineData("Kd of 12 nM", "Kd")]
    [InlineData("12 nM (Kd)", "Kd")]
    [InlineData("12 nM Ki", "Ki")]
    public void TryParse_WhenTheMeasureIsNamed_KeepsIt(string text, string measure) =>
        Assert.Equal((measure, 12.0), (Affinity.TryParse(text)!.Measure, Affinity.TryParse(text)!.Nanomolar));

    [Theory]
    [InlineData("0.5-2 uM", 500, 2000)]
    [InlineData("0.5–2 uM", 500, 2000)]
    [InlineData("0.5 to 2 uM", 500, 2000)]
    [InlineData("0.5 uM - 2 uM", 500, 2000)]
    [InlineData("pKd 8-9", 1, 10)]
    public void TryParse_OfARange_GivesBothEnds(string text, double low, double high)
    {
        var affinity = Affinity.TryParse(text)!;
        Assert.Equal(low, affinity.Nanomolar!.Value, 1e-9);
        Assert.Equal(high, affinity.NanomolarUpper!.Value, 1e-9);
    }

    [Fact]
    public void TryParse_OfANegativeLogarithm_ComparesTheOtherWay()
    {
        var affinity = Affinity.TryParse("pIC50 > 8.2")!;
        Assert.Equal(6.309573, affinity.Nanomolar!.Value, 1e-6);
        Assert.Equal((Comparison.Greater, Comparison.Less), (affinity.Comparison, affinity.NanomolarComparison));
    }

    [Fact]
    public void TryParse_OfABareNumber_TakesTheUnitArgument()
    {
        Assert.Equal(900, Affinity.TryParse("0.9", "µM")!.Nanomolar);
        Assert.Equal(
            (0.9, null, null), (Affinity.TryParse("0.9")!.Value, Affinity.TryParse("0.9")!.Unit, Affinity.TryParse("0.9")!.Nanomolar));
    }

    [Fact]
    public void TryParse_OfAMassPerVolume_KeepsItsUnitAndClaimsNoMoles() =>
        Assert.Equal(
            (0.15, "μg/ml", null),
            (Affinity.TryParse("0.15 μg/ml")!.Value, Affinity.TryParse("0.15 μg/ml")!.Unit, Affinity.TryParse("0.15 μg/ml")!.Nanomolar));

    [Theory]
    [InlineData("nanomolar range")]
    [InlineData("competitive")]
    [InlineData("")]
    [InlineData("0,9 nM")]
    [InlineData("0.9 nM for MEK1, 1.2 nM for MEK2")]
    [InlineData("0.5 nM - 2 uM")]
    [InlineData("pIC50 8.2 nM")]
    [InlineData("1e999 nM")]
    [InlineData("۱۲ nM")]
    public void TryParse_OfAnythingElse_GivesNothing(string text) => Assert.Null(Affinity.TryParse(text));

    [Fact]
    public void TryParse_OfAnyConcentration_IsTheSameInEveryUnit() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), n =>
            Affinity.TryParse($"{n} nM")!.Nanomolar == n && Affinity.TryParse($"{n} pM")!.Nanomolar is { } p
                && Math.Abs(p * 1000 - n) < n * 1e-9).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OfAnyText_NeverThrows() =>
        Prop.ForAll(Damage.AnyText, text => { Affinity.TryParse(text, text); Site.Parse(text); }).QuickCheckThrowOnFailure();
}
