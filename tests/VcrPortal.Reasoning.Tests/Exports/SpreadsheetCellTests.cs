using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Reasoning.Tests.Exports;

public class SpreadsheetCellTests
{
    private static readonly Gen<string> Cells =
        Gen.Elements("=", "+", "-", "@", "＝", "'", "\"", " ", "\t", "\u00A0", "1", "a").ArrayOf().Select(string.Concat);

    [Fact]
    public void Unguard_OfAGuardedCell_IsTheText() =>
        Prop.ForAll(Cells.ToArbitrary(), text => SpreadsheetCell.Unguard(SpreadsheetCell.Guard(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Guard_OfAnyText_LeavesNoFormulaBehindBlanksOrQuotes() => Prop.ForAll(Cells.ToArbitrary(), text =>
            SpreadsheetCell.Guard(text).AsSpan().TrimStart("\" \t\u00A0") is not ['=' or '+' or '-' or '@' or '＝', ..])
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a=1")]
    [InlineData("'tis")]
    [InlineData("")]
    public void Guard_OfPlainText_LeavesItAlone(string text) => Assert.Equal(text, SpreadsheetCell.Guard(text));
}
