using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Names as people write them, over lines and compounds that are spelled as their sources do.</summary>
public sealed class KnowledgeIndexTests
{
    private static readonly KnowledgeIndex Index = new(new(
        "t",
        [Compound("Cabozantinib", "Cabozantinib (S-malate)"), Compound("Ponatinib hydrochloride", "Ponatinib hydrochloride")],
        [
            Line("NCI-H1975", "CVCL:1511"), Line("NCI-H23", "CVCL:1547", "ACH-000900"), Line("SK-MEL-28", "CVCL:0526"),
            Line("HT-29", "CVCL:0320"), Line("Hs 766T", "CVCL:0334"), Line("HepG2/C3A", "CVCL:1098", "HepG2", "C3A"),
            Line("A-427", "CVCL:1055"),
        ], [], [], [], [], []));

    [Theory]
    [InlineData("H1975", "NCI-H1975")]
    [InlineData("nci h23", "NCI-H23")]
    [InlineData("ACH-000900", "NCI-H23")]
    [InlineData("SKMEL28", "SK-MEL-28")]
    [InlineData("HT29 cells", "HT-29")]
    [InlineData("Hs766T", "Hs 766T")]
    [InlineData("Hep-G2", "HepG2/C3A")]
    [InlineData("a 427", "A-427")]
    [InlineData("CVCL_0320", "HT-29")]
    [InlineData("cvcl:0320", "HT-29")]
    public void Line_IsFoundAsPeopleWriteIt(string written, string name)
    {
        Assert.Equal(name, Index.Line(written)?.Name);
        Assert.Equal(name, Index.SuggestLines(written, 3).First().Name);
    }

    [Fact]
    public void Beginning_IsOfNames_AndNotOfIds()
    {
        Assert.Equal(["NCI-H1975", "NCI-H23"], Index.LinesBeginning("nci", 5).Select(l => l.Name));
        Assert.Equal("HepG2/C3A", Assert.Single(Index.LinesBeginning("c3", 5)).Name); // another name of it
        Assert.Empty(Index.LinesBeginning("CVCL", 5));
    }

    [Theory]
    [InlineData("cabozantinib s-malate", "Cabozantinib")]
    [InlineData("Cabozantinib (DMSO solvate)", "Cabozantinib")]
    [InlineData("ponatinib", "Ponatinib hydrochloride")]
    [InlineData("Ponatinib HCl", "Ponatinib hydrochloride")]
    public void Compound_IsFoundWithOrWithoutItsSalt(string written, string name) => Assert.Equal(name, Index.Compound(written)?.Name);

    [Fact]
    public void Misspelt_IsNotFound_ButItsNearestIs()
    {
        Assert.Null(Index.Line("NCI-H1957"));
        Assert.Equal("NCI-H1975", Index.NearestLine("NCI-H1957")?.Name);
        Assert.Empty(Index.SuggestLines("%%%", 3));
    }

    [Fact]
    public void Shortened_NamesTheOnlyOneThatBeginsSo_AndNoneWhereSeveralDo()
    {
        var lines = new KnowledgeIndex(new(
            "t", [], [Line("HepG2/C3A", "CVCL:1098"), Line("KMS-12-BM1", "CVCL:1334"), Line("KMS-12-PE1", "CVCL:1333")],
            [], [], [], [], []));
        Assert.Null(lines.Line("HepG2"));
        Assert.Equal("HepG2/C3A", lines.NearestLine("HepG2")?.Name);
        Assert.Null(lines.NearestLine("KMS-12"));
    }

    private static Compound Compound(string name, string row) => new(name, null, [], [], "", "", Polarity.Unknown, row);

    private static CellLine Line(string name, string id, params ImmutableArray<string> synonyms) =>
        new(name, Curie.TryParse(id)!.Value, "", synonyms, []);
}
