using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

/// <summary>Over the starter pack.</summary>
public class UnderstandSearchTests
{
    private static readonly Lazy<UnderstandSearch> Understand = new(() =>
    {
        var pack = StarterPack.Load();
        return new(new SearchNames(new KnowledgeIndex(pack), InstalledKnowledge.From(pack)));
    });

    [Theory]
    [InlineData("binimetinib", "Compound Binimetinib")]
    [InlineData("MEK162", "Compound Binimetinib")]
    [InlineData("CID 10288191", "Compound Binimetinib")]
    [InlineData("10288191", "Compound Binimetinib")]
    [InlineData("CN1C=NC2=C1C=C(C(=C2F)NC3=C(C=C(C=C3)Br)F)C(=O)NOCCO", "Compound Binimetinib")]
    [InlineData("PUBCHEM.COMPOUND:10288191", "Compound Binimetinib")]
    [InlineData("binimetinib hydrochloride", "Compound Binimetinib")]
    [InlineData("c 32", "CellLine C32")]
    [InlineData("CVCL_1097", "CellLine C32")]
    [InlineData("hop-62", "CellLine HOP62")]
    [InlineData("H460", "CellLine NCI-H460")]
    [InlineData("MEK1", "Gene MAP2K1")]
    [InlineData("MEK inhibitors", "Mechanism MEK inhibitor")]
    [InlineData("BRAF V600E", "Alteration BRAF V600E")]
    [InlineData("BRAF p.V600E", "Alteration BRAF V600E")]
    [InlineData("melanoma", "Disease melanoma")]
    [InlineData("skin", "Tissue Skin")]
    [InlineData("colon", "Tissue Bowel")]
    [InlineData("MAPK signaling", "Pathway MAPK signalling")]
    [InlineData("apoptosis", "Phenotype apoptosis")]
    [InlineData("VCT421", "Trace VCT421")]
    [InlineData("vct421@2", "Trace VCT421@2")]
    [InlineData("trace:VCT421@2", "Trace VCT421@2")]
    [InlineData("VCT421@0", "Words VCT421@0")]
    [InlineData("MEK", "Group MEK")]
    [InlineData("HER2", "Gene ERBB2")]
    [InlineData("A375", "Words A375")] // no table has this line
    [InlineData("binds_to", "Primitive binds_to")]
    [InlineData("frobnicate", "Words frobnicate")]
    [InlineData("\"MEK inhibitor\"", "Words MEK inhibitor")]
    [InlineData("venetoclax in HOP62", "Compound Venetoclax|CellLine HOP62")]
    [InlineData("what does binimetinib do to c32 cells", "Compound Binimetinib|CellLine C32")]
    [InlineData("binimetinib melanoma", "Compound Binimetinib|Disease melanoma")]
    [InlineData("MEK inhibitor BRAF V600E skin", "Mechanism MEK inhibitor|Alteration BRAF V600E|Tissue Skin")]
    [InlineData("-lung target:MEK1", "-Tissue Lung|Target MAP2K1")]
    [InlineData("fulvestrant withheld", "Compound Fulvestrant|State withheld")]
    [InlineData("engine:x state:partial verdict:disputed", "Engine x|State partial|Verdict disputed")]
    public void Search_IsReadAsWhatABiologistMeans(string typed, string read) =>
        Assert.Equal(read, string.Join(
            '|', Understand.Value.Run(typed).Parts.Select(p => $"{(p.IsExcluded ? "-" : "")}{p.Field} {p.Label}")));

    [Fact]
    public void Claim_IsReadFromKindActorTargetAndDirection()
    {
        var read = Understand.Value.Run("binds_to actor:MEK162 target:MEK1 melanoma");
        var claim = Assert.IsType<SearchPart.OneClaim>(read.Parts[0]);
        Assert.Equal(new ClaimPattern("binds_to", "binimetinib", "map2k1", null), claim.Pattern);
        Assert.Equal(SearchField.Disease, Assert.Single(read.Parts.Skip(1)).Field);
        Assert.Equal("melanoma", read.Without(claim));
        Assert.Equal(-1, Assert.IsType<SearchPart.OneClaim>(Understand.Value.Run("target:MEK1 direction:down").Parts[0]).Pattern.Sign);
    }

    [Fact]
    public void APart_SaysWhatItWasReadFrom_OnlyWhereThatDiffers()
    {
        Assert.Equal("MEK162", Assert.IsType<SearchPart.Entity>(Understand.Value.Run("MEK162").Parts[0]).Said);
        Assert.Null(Assert.IsType<SearchPart.Entity>(Understand.Value.Run("BINIMETINIB").Parts[0]).Said);
    }

    [Fact]
    public void AMisspeltName_HasANearest()
    {
        var pack = StarterPack.Load();
        var names = new SearchNames(new KnowledgeIndex(pack), InstalledKnowledge.From(pack));
        Assert.Equal("Binimetinib", names.Nearest("binimetnib")?.Label);
        Assert.Null(names.Nearest("x"));
    }
}
