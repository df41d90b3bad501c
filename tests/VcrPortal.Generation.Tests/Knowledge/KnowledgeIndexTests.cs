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
        Assert.Null(Index.Phenotype("joy"));
        Assert.Null(Index.Pathway("WP0"));
        Assert.Null(Index.ResolveTarget("NOBODY1"));
        Assert.Empty(Index.From("NOBODY1"));
    }

    [Theory]
    [InlineData("JAK", "FPLX:JAK"), InlineData("VEGFR", "FPLX:VEGFR"), InlineData("PI-3K", "FPLX:PI3K"), InlineData("PI3K", "FPLX:PI3K"), InlineData("MEK", "FPLX:MEK")]
    [InlineData("MTOR", "MTOR"), InlineData("IKK", "FPLX:IKK_complex"), InlineData("ALK5", "TGFBR1"), InlineData("TNF alpha", "TNF"), InlineData("p53", "TP53")]
    [InlineData("TGF-beta", "FPLX:TGFB"), InlineData("IFNalpha", "FPLX:IFNA"), InlineData("ERK", "FPLX:ERK"), InlineData("SRC", "SRC"), InlineData("JAK2", "JAK2")]
    public void ResolveTarget_FreeWordOfVcrAgent_IsAGeneOrGroup(string word, string entity) => Assert.Equal(entity, Index.ResolveTarget(word));

    [Fact]
    public void From_AndInto_HoldEveryRelationOnce()
    {
        Assert.Equal(Index.Knowledge.Relations.Length, Index.Knowledge.Relations.Select(r => r.Source).Distinct().Sum(s => Index.From(s).Length));
        Assert.Equal(Index.Knowledge.Relations.Length, Index.Knowledge.Relations.Select(r => r.Target).Distinct().Sum(t => Index.Into(t).Length));
    }

    [Fact]
    public void GroupsContaining_Gene_AreItsFamiliesAndComplexes() =>
        Assert.Equal(["FPLX:mTORC1", "FPLX:mTORC2"], Index.GroupsContaining("MTOR").Select(g => g.Id));
}
