using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Tests.Questions;

public class RecordTableReaderTests
{
    [Theory]
    [InlineData("compound,cell line,dose,time\nBinimetinib,C32,5 µM,24 h\n")]
    [InlineData("Cell_Line;Drug;Time;Dose\r\nC32;Binimetinib;24 h;5 µM\r\n")]
    [InlineData("\"compound\"\t\"line\"\t\"dose\"\t\"time\"\nBinimetinib\tC32\t5 µM\t24 h")]
    public void Table_OfASpreadsheet_IsReadByTheNamesOfItsColumns(string text)
    {
        var read = PerturbationRecordReader.Read(text);
        Assert.Empty(read.Problems);
        var record = Assert.Single(read.Records);
        Assert.Equal("Binimetinib in C32", record.Title);
        Assert.Equal(("5 µM", "24 h"), (record.Perturbations[0].Dose, record.Perturbations[0].Time));
    }

    [Fact]
    public void Table_RowsThatCannotBeRead_AreNamedByTheirLine_AndTheRestGoesOn()
    {
        var read = PerturbationRecordReader.Read("compound,line,dose\nBinimetinib,C32,bad\n,C32,5 nM\nVemurafenib,A-375,\n");
        Assert.Equal("Vemurafenib in A-375", Assert.Single(read.Records).Title);
        Assert.Equal(
            ["Line 2: its dose cannot be read. Write it like 5 µM.", "Line 3: it names neither a compound nor a gene."],
            read.Problems.Select(p => p.Message));
    }

    [Fact]
    public void Table_OfGenes_IsKnockOutsUnlessItSaysOtherwise()
    {
        var read = PerturbationRecordReader.Read("gene,edit,cell line\nMYC,,K-562\nTP53,overexpression,A-549\n");
        Assert.Equal(["knockout", "overexpression"], read.Records.Select(r => r.Perturbations[0].GeneEdit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("""[{"compound": 1}]""")]
    public void Text_WithoutSuchColumns_IsNoTable(string text) => Assert.False(RecordTableReader.IsTable(text));

    [Fact]
    public void Table_WithoutAColumnThatIsKnown_IsToldWhichItNeeds() => Assert.Equal(
        "Line 1 names no column \"compound\" or \"gene\". Name one so, or send JSON.",
        Assert.Single(PerturbationRecordReader.Read("id,cell\r\nBinimetinib,C32\r\n").Problems).Message);

    [Fact]
    public async Task Upload_OfATable_IsReadWhateverItsEncoding()
    {
        using var file = new MemoryStream([.. System.Text.Encoding.Unicode.GetPreamble(),
            .. System.Text.Encoding.Unicode.GetBytes("compound;line\r\nBinimetinib;C32\r\n")]);
        Assert.Equal("Binimetinib in C32", Assert.Single((await PerturbationRecordReader.ReadAsync(file, default)).Records).Title);
    }
}
