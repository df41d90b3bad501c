using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

/// <summary>Over the starter pack.</summary>
public class SuggestSearchTests
{
    private static readonly Lazy<SuggestSearch> Suggest = new(() =>
    {
        var pack = StarterPack.Load();
        var index = new KnowledgeIndex(pack);
        var names = new SearchNames(index, InstalledKnowledge.From(pack));
        return new(names, index, new UnderstandSearch(names));
    });

    [Theory]
    [InlineData("melan", "disease melanoma", "melanoma")]
    [InlineData("colo", "tissue Bowel", "tissue:Bowel")]
    [InlineData("V600", "alteration BRAF V600E", "BRAF V600E")]
    [InlineData("skin V600", "alteration BRAF V600E", "skin BRAF V600E")]
    [InlineData("verdict:", "verdict supported", "verdict:supported")]
    [InlineData("skin verdict:con", "verdict contradicted", "skin verdict:contradicted")]
    [InlineData("-verdict:con", "verdict contradicted", "-verdict:contradicted")]
    [InlineData("direction:", "direction down", "direction:down")]
    [InlineData("state:w", "state withheld", "state:withheld")]
    [InlineData("kind:binds", "kind of claim binds_to", "kind:binds_to")]
    [InlineData("tissue:s", "tissue Skin", "tissue:Skin")]
    [InlineData("line:hep", "cell line HepG2/C3A", "line:HepG2/C3A")]
    [InlineData("actor:veneto", "actor Venetoclax", "actor:Venetoclax")]
    [InlineData("target:bcl2", "target BCL2", "target:BCL2")]
    [InlineData("mechanism:\"MEK inh", "mechanism MEK inhibitor", "mechanism:\"MEK inhibitor\"")]
    [InlineData("Hep G", "cell line HepG2/C3A", "HepG2/C3A")]
    [InlineData("caspase 3", "gene CASP3", "CASP3")]
    [InlineData("vct 12", "trace VCT12", "VCT12")]
    [InlineData("binds_tu", "kind of claim binds_to", "kind:binds_to")]
    public void WhatSomebodyTypes_IsOffered(string typed, string offered, string value) =>
        Assert.Contains((offered, value), Suggest.Value.Run(typed).Select(row => ($"{row.Id} {row.Name}", row.Value)));

    [Fact]
    public void ASolvate_IsItsCompound_AndNoOtherThatBeginsLikeItsSolvent() =>
        Assert.Equal(["Trametinib"], Suggest.Value.Run("trametinib dimethyl sulfoxide").Select(row => row.Name));
}
