using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

public class DelimitedReaderTests
{
    private static DelimitedReader Open(string text, params string[] columns) =>
        DelimitedReader.WithHeader("t.csv", new StringReader(text), ',', columns);

    [Fact]
    public void Read_QuotesLineBreaksAndOtherOrder_GivesCellsAndLines()
    {
        using var rows = Open("\uFEFFb,a,c\r\n\"x, \"\"y\"\"\",1,\r\n\r\n\"two\nlines\",2,z\n\"\",3,\"\"", "a", "b");
        var read = new List<(long, string, string)>();
        while (rows.Read()) read.Add((rows.Line, rows.Text(0), rows.Text(1)));
        Assert.Equal([(2, "1", "x, \"y\""), (4, "2", "two\nlines"), (6, "3", "")], read);
    }

    [Fact]
    public void Read_AnyCells_ComeBack() => Prop.ForAll(
        Gen.ListOf(Gen.ArrayOf(Gen.Elements("", "a", ",", "\"", "x\ny", "\r\nz", "\u03B2", "\"\"", "a,b"), 3)).ToArbitrary(), table =>
    {
        var text = "one,two,three\n"
            + string.Concat(
            table.Select(row => string.Join(',', row.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
        using var rows = Open(text, "one", "two", "three");
        foreach (var row in table)
            if (!rows.Read() || !row.Select(c => c.Trim()).SequenceEqual([rows.Text(0), rows.Text(1), rows.Text(2)])) return false;
        return !rows.Read();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "t.csv, line 1: the file is empty")]
    [InlineData("a|b\n1|2", "there is no column a, b. The line is one cell; part cells by commas")]
    [InlineData("a,x\n1,2", "there is no column b. The columns are: a, x")]
    [InlineData("a,b\n1,2\n3", "t.csv, line 3: has 1 cell where 2 belong")]
    [InlineData("a,b\n1,2\n3,4,5\n", "line 3: has 3 cells")]
    [InlineData("a,b\n1,\"2\n3,4\n", "t.csv, line 2: a quote is opened and never closed")]
    public void Read_BadTable_NamesFileAndLine(string text, string says)
    {
        var wrong = Assert.Throws<ImportException>(() =>
        {
            using var rows = Open(text, "a", "b");
            while (rows.Read()) { }
        });
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CellWithoutEnd_IsRefusedBeforeItFillsTheMemory()
    {
        using var rows = Open("a,b\n\"" + new string('x', DelimitedReader.LongestCell + 1), "a", "b");
        Assert.Contains("a quote may not be closed", Assert.Throws<ImportException>(() => rows.Read()).Message, StringComparison.Ordinal);
    }
}
