using VcrPortal.Web.Features.Entities;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Tests.Features.Entities;

public class EntityAddressTests
{
    [Theory]
    [InlineData("PUBCHEM.COMPOUND:10288191", "https://pubchem.ncbi.nlm.nih.gov/compound/10288191")]
    [InlineData("CVCL:1097", "https://www.cellosaurus.org/CVCL_1097")]
    [InlineData("uniprot:Q02750", "https://www.uniprot.org/uniprotkb/Q02750")]
    [InlineData("WP382", "https://www.wikipathways.org/pathways/WP382")]
    [InlineData("HP:0000118", null)]
    [InlineData("UNIPROT:../x?y", "https://www.uniprot.org/uniprotkb/..%2Fx%3Fy")]
    public void Elsewhere_IsThePageOfWhoeverGivesTheId(string id, string? address) => Assert.Equal(address, EntityAddress.ElsewhereOf(id));

    [Fact]
    public void Verdict_OfAnAddress_IsKnownOrNamed()
    {
        Assert.Equal(ClaimMark.Refuted, EntityVerdicts.Find("Contradicted"));
        Assert.Equal("contradicted", EntityVerdicts.WordOf(ClaimMark.Refuted));
        Assert.Null(EntityVerdicts.NoteOn("supported"));
        Assert.StartsWith("“wrong” is no verdict: verdict is supported, ", EntityVerdicts.NoteOn("wrong"));
    }
}
