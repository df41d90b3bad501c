using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Tests.Data;

public class FittedTextTests
{
    [Fact]
    public void Fit_NeverExceedsAndNeverHalvesACharacter() =>
        Prop.ForAll(Gen.Elements("a", "🧪", "β", " ").ArrayOf().ToArbitrary(), Gen.Choose(2, 12).ToArbitrary(), (pieces, length) =>
    {
        var text = string.Concat(pieces);
        var fitted = text.Fit(length);
        return fitted.Length <= length && (text.Length <= length ? fitted == text : fitted.EndsWith('…'))
            && !fitted.EnumerateRunes().Contains(Rune.ReplacementChar);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("  MAPK \t signalling\n", "mapk signalling")]
    [InlineData("Β-Catenin", "β-catenin")]
    [InlineData("", "")]
    public void Fold_MakesTextsComparable(string text, string folded) => Assert.Equal(folded, text.ToSearchForm());
}
