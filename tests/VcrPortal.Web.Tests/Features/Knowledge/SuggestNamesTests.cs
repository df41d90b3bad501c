using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Knowledge;

public class SuggestNamesTests
{
    private static readonly SuggestNames Names = new(new KnowledgeIndex(Samples.Knowledge));

    [Theory]
    [InlineData("bini", "Binimetinib")]
    [InlineData("MEKTOVI", "Binimetinib")]
    [InlineData("10288191", "Binimetinib")]
    [InlineData("tram", "Trametinib")]
    public void Compounds_AreFoundByNameSynonymAndCid(string text, string name) =>
        Assert.Equal(name, Assert.Single(Names.Compounds(text)).Name);

    [Fact]
    public void Compounds_ShowTheirTargets() =>
        Assert.Equal(
            new Suggestion("Binimetinib", "PUBCHEM.COMPOUND:10288191", "MAP2K1, MAP2K2"), Assert.Single(Names.Compounds("binimetinib")));

    [Fact]
    public void CellLines_ShowOrganAndDrivers() => Assert.Equal("Skin · BRAF V600E", Assert.Single(Names.CellLines("C32")).Detail);

    [Theory]
    [InlineData("c-32")]
    [InlineData("C 32")]
    [InlineData("c32 cells")]
    public void CellLines_AreFoundAsPeopleWriteThem(string text) => Assert.Equal("C32", Assert.Single(Names.CellLines(text)).Name);

    [Theory]
    [InlineData("Trametinib (hydrate)", "Trametinib")]
    [InlineData("binimetinib hydrochloride", "Binimetinib")]
    [InlineData("Binimetinb", "Binimetinib")]
    public void Compounds_AreFoundWithASalt_OrNearest(string text, string name) =>
        Assert.Equal(name, Assert.Single(Names.Compounds(text)).Name);

    [Fact]
    public void AllNamesThatContainTheText_ComeAfterThoseThatStartWithIt() =>
        Assert.Equal(["Trametinib", "Binimetinib"], Names.Compounds("T").Select(s => s.Name));

    [Fact]
    public void NothingTyped_OffersTheFirstNames() => Assert.Equal(2, Names.Compounds(null).Length);

    [Fact]
    public void TooMuchTyped_OffersNothing() => Assert.Empty(Names.Compounds(new string('a', 1_000_000)));

    [Fact]
    public void UnknownNames_OfferNothing() => Assert.Empty(Names.CellLines("%_'"));
}
