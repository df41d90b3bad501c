using VcrPortal.Generation.Inputs;

namespace VcrPortal.Generation.Tests.Inputs;

public sealed class WrittenCellTests
{
    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("-0,25", -0.25)]
    [InlineData("1,5e-3", 0.0015)]
    [InlineData("1.2e3", 1200)]
    [InlineData("-Inf", double.NegativeInfinity)]
    public void Number_WithPointOrComma_IsRead(string cell, double number) =>
        Assert.Equal((true, number), (WrittenCell.TryNumber(cell, out var read), read));

    [Theory]
    [InlineData("1,234")]
    [InlineData("1,2,3")]
    [InlineData("12 nM")]
    [InlineData("")]
    public void Number_ThatMayBeTwoOrNone_IsNone(string cell) => Assert.False(WrittenCell.TryNumber(cell, out _));

    [Theory]
    [InlineData("1-Mar", true)]
    [InlineData("02-Sep", true)]
    [InlineData("Dec-1", true)]
    [InlineData("2024-03-01", true)]
    [InlineData("2024-03-01 00:00:00", true)]
    [InlineData("HLA-A", false)]
    [InlineData("MARCHF1", false)]
    [InlineData("NKX2-1", false)]
    public void Date_IsNoGene(string cell, bool isDate) => Assert.Equal(isDate, WrittenCell.IsDate(cell));

    [Theory]
    [InlineData("a;b;c", ';')]
    [InlineData("\uFEFF\"a\";\"b\"", ';')]
    [InlineData("b\ta", '\t')]
    [InlineData("x,a,b", ',')]
    [InlineData("a|b", null)]
    public void Header_TellsItsDelimiter(string line, char? delimiter) =>
        Assert.Equal(delimiter, TableHeader.FindDelimiter(line, ["a", "b"]));
}
