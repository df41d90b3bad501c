using System.Text;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Tests.Knowledge;

public class StarterPackTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    [Fact]
    public void Load_EmbeddedTables_HoldAtLeastWhatTheFirstIssueAsksFor()
    {
        Assert.Equal("starter-1", Pack.Version);
        Assert.True(Pack.Compounds.Length >= 24, $"{Pack.Compounds.Length} compounds");
        Assert.True(Pack.CellLines.Length >= 12, $"{Pack.CellLines.Length} lines");
        Assert.True(Pack.Relations.Length >= 300, $"{Pack.Relations.Length} relations");
        Assert.Contains(Pack.Relations, r => r.Kind == RelationKind.Expression);
        Assert.Contains(Pack.Relations, r => r.Kind == RelationKind.Phenotype);
    }

    [Theory]
    [InlineData("Venetoclax"), InlineData("Binimetinib"), InlineData("Trametinib"), InlineData("Vemurafenib"), InlineData("Palbociclib"),
        InlineData("Bortezomib")]
    [InlineData("Panobinostat"), InlineData("Everolimus"), InlineData("Olaparib"), InlineData("Erdafitinib"), InlineData("Dexamethasone")]
    public void Load_NamedCompound_HasTargetsAndPolarity(string name)
    {
        var compound = Assert.Single(Pack.Compounds, c => c.Name == name);
        Assert.NotEmpty(compound.Targets);
        Assert.NotEqual(Polarity.Unknown, compound.Polarity);
    }

    [Fact]
    public void Load_C32_CarriesBrafV600E()
    {
        var line = Assert.Single(Pack.CellLines, l => l.Name == "C32");
        Assert.Contains(new DriverAlteration("BRAF", "V600E", AlterationEffect.GainOfFunction, "Oncogene"), line.Alterations);
        Assert.Equal("CVCL:1097", line.Id.ToString());
    }

    [Fact]
    public void Load_Dexamethasone_ActivatesItsReceptor() =>
        Assert.Equal(Polarity.Activates, Pack.Compounds.Single(c => c.Name == "Dexamethasone").Polarity);

    [Fact]
    public void Load_Names_AreUniqueWithinEachTable()
    {
        Assert.Distinct(Pack.Compounds.Select(c => c.Name));
        Assert.Distinct(Pack.CellLines.Select(l => l.Name));
        Assert.Distinct(Pack.Genes.Select(g => g.Symbol));
        Assert.Distinct(Pack.Groups.Select(g => g.Id));
        Assert.Distinct(Pack.Phenotypes.Select(p => p.Id));
        Assert.Distinct(Pack.Pathways.Select(p => p.Id));
        Assert.Distinct(Pack.Relations);
    }

    [Theory]
    [InlineData("relations.tsv", "KRAS\tActivity\t+1\tBRAF\tWP1\tArrow\t", 2, "arrow")]
    [InlineData("relations.tsv", "KRAS\tActivity\t+1\tBRAF\tWP1\tTBar\t", 2, "sign")]
    [InlineData("relations.tsv", "KRAS\tCauses\t+1\tBRAF\tWP1\tmim-stimulation\t", 2, "kind")]
    [InlineData("relations.tsv", "KRAS\tActivity\t+1\tNOBODY\tWP1\tmim-stimulation\t", 2, "target")]
    [InlineData("relations.tsv", "KRAS\tActivity\t+1", 2, "row")]
    [InlineData("compounds.tsv", "X\tnot a curie\t\tBRAF\tm\tc\tInhibits\tX", 2, "id")]
    [InlineData("compounds.tsv", "X\t\t\tBRAF\tm\tc\tBlocks\tX", 2, "polarity")]
    [InlineData("compounds.tsv", "X\t\t\tBRAF||KRAS\tm\tc\tInhibits\tX", 2, "targets")]
    [InlineData("compounds.tsv", "\t\t\tBRAF\tm\tc\tInhibits\tX", 2, "name")]
    [InlineData("alterations.tsv", "HELA\tBRAF\tV600E\tGainOfFunction\tOncogene\t", 2, "line")]
    public void Load_MalformedRow_IsReportedWithFileLineAndColumn(string file, string row, int line, string column)
    {
        var error = Assert.Throws<PackFormatException>(() => StarterPack.Load(name => name == file ? WithOnly(file, row) : Embedded(name)));
        Assert.Equal((file, line, column), (error.File, error.Line, error.Column));
        Assert.Contains(file, error.Message);
    }

    [Fact]
    public void Load_RepeatedRow_IsRefused()
    {
        const string row = "KRAS\tActivity\t+1\tBRAF\tWP1\tmim-stimulation\t";
        var error = Assert.Throws<PackFormatException>(
            () => StarterPack.Load(name => name == "relations.tsv" ? WithOnly(name, row + "\n# note\n\n" + row) : Embedded(name)));
        Assert.Equal(5, error.Line);
    }

    [Fact]
    public void Load_WrongHeader_IsRefused()
    {
        var error = Assert.Throws<PackFormatException>(
            () => StarterPack.Load(name => name == "genes.tsv" ? Text("symbol\tsynonyms\n") : Embedded(name)));
        Assert.Equal(("genes.tsv", 1, "row"), (error.File, error.Line, error.Column));
    }

    /// <summary>The header of an embedded table, then these lines.</summary>
    private static Stream WithOnly(string file, string lines)
    {
        using var reader = new StreamReader(Embedded(file));
        string? header;
        do header = reader.ReadLine(); while (header!.StartsWith('#'));
        return Text(header + "\n" + lines + "\n");
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Stream Embedded(string file) => typeof(StarterPack).Assembly.GetManifestResourceStream($"starter/{file}")!;
}
