using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Tests.Knowledge;

public class KnowledgeIndexTests
{
    private static readonly KnowledgeIndex Index = new(StarterPack.Load());

    [Theory]
    [InlineData("binimetinib"), InlineData("MEK-162"), InlineData("PUBCHEM.COMPOUND:10288191")]
    public void Compound_ByAnyName_IsFound(string name) => Assert.Equal("Binimetinib", Index.Compound(name)?.Name);

    [Theory]
    [InlineData("c32"), InlineData("CVCL_1097"), InlineData("CVCL:1097")]
    public void Line_ByAnyName_IsFound(string name) => Assert.Equal("C32", Index.Line(name)?.Name);

    [Fact]
    public void UnknownNames_AreNull()
    {
        Assert.Null(Index.Compound("aspirinoid"));
        Assert.Null(Index.Line(""));
        Assert.Null(Index.Gene("NOBODY1"));
        Assert.Null(Index.Group("NOBODY1"));
    }
}
