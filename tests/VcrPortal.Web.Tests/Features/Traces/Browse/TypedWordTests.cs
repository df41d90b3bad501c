using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class TypedWordTests
{
    [Theory]
    [InlineData("mek", "mek")]
    [InlineData("  BRAF   V600E ", "BRAF|V600E")]
    [InlineData("\"cell cycle\" -lung apopt*", "cell cycle!|-lung|apopt~")]
    [InlineData("line:C32 -tissue:\"CNS/Brain\"", "CellLine=C32|-Tissue=CNS/Brain!")]
    [InlineData("GO:0006915 PUBCHEM.COMPOUND:1", "GO:0006915|PUBCHEM.COMPOUND:1")]
    [InlineData("nosuch:field", "nosuch:field")]
    [InlineData("line: C32 verdict: ", "CellLine=C32|verdict:")]
    [InlineData("venetoclax, HOP62;", "venetoclax|HOP62")]
    [InlineData("A-375 a - b", "A-375|a|-|b")]
    [InlineData("\"no end", "no end!")]
    [InlineData("\"\" * ,, line:", "line:")]
    [InlineData("line:\"", "")]
    public void Words_AreReadWithFieldPhrasePrefixAndMinus(string typed, string read) =>
        Assert.Equal(read, string.Join('|', TypedWord.Read(typed).Select(Show)));

    [Fact]
    public void Words_BeyondTheLimit_AreNotRead() =>
        Assert.Equal(TypedWord.Most, TypedWord.Read(string.Join(' ', Enumerable.Repeat("x", 5000))).Length);

    [Fact]
    public void AWord_TakenOut_LeavesTheOthersAsTyped()
    {
        const string typed = "MEK  inhibitor line:C32 -lung";
        Assert.Equal("MEK  inhibitor -lung", TypedWord.Read(typed)[2].At.TakeFrom(typed));
        Assert.Equal("", new WrittenAt(0, typed.Length).TakeFrom(typed));
    }

    private static string Show(TypedWord word) =>
        (word.IsExcluded ? "-" : "") + (word.Field is { } field ? $"{field}=" : "") + word.Text
        + (word.IsPhrase ? "!" : "") + (word.IsPrefix ? "~" : "");
}
