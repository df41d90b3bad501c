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
    [InlineData("BRAF V600E mutant melanoma", "Alteration BRAF V600E|Disease melanoma")]
    [InlineData("mutant BRAFV600E", "Alteration BRAF V600E")]
    [InlineData("CDK4/6 inhibitor", "Mechanism CDK4/6 inhibitor")]
    [InlineData("mechanism:\"MEK1/2 inhibitors\"", "Mechanism MEK inhibitor")]
    [InlineData("jak inhibitors", "Mechanism JAK inhibitor")]
    [InlineData("estrogen receptor antagonist", "Mechanism ESR1 inhibitor")]
    [InlineData("MAPK pathway", "Pathway MAPK signalling")]
    [InlineData("MAPK signaling pathway lung", "Pathway MAPK signalling|Tissue Lung")]
    [InlineData("CCND1 down skin", "Primitive CCND1 falls|Tissue Skin")]
    [InlineData("NOT apoptosis rises", "-Primitive apoptosis rises")]
    [InlineData("binimetinib down", "Compound Binimetinib|Words down")]
    [InlineData("compare trametinib vs. binimetinib", "Compound Trametinib|Compound Binimetinib")]
    [InlineData("vs", "Words vs")]
    [InlineData("/ inhibitor", "Words /|Words inhibitor")]
    [InlineData("melanoma", "Disease melanoma")]
    [InlineData("skin", "Tissue Skin")]
    [InlineData("colon", "Tissue Bowel")]
    [InlineData("MAPK signaling", "Pathway MAPK signalling")]
    [InlineData("apoptosis", "Phenotype apoptosis")]
    [InlineData("VCT421", "Trace VCT421")]
    [InlineData("vct421@2", "Trace VCT421@2")]
    [InlineData("trace:VCT421@2", "Trace VCT421@2")]
    [InlineData("VCT421@0", "Words VCT421@0")]
    [InlineData("cell death", "Words cell death")]
    [InlineData("melanoma cell lines", "Disease melanoma")]
    [InlineData("MEK", "Group MEK")]
    [InlineData("HER2", "Gene ERBB2")]
    [InlineData("A375", "Words A375")] // no table has this line
    [InlineData("a 375", "Words a 375")]
    [InlineData("MCF 7 lung", "Words MCF 7|Tissue Lung")]
    [InlineData("375", "Trace VCT375")]
    [InlineData("vct 12", "Trace VCT12")]
    [InlineData("VCT-12", "Trace VCT12")]
    [InlineData("vct:12", "Trace VCT12")]
    [InlineData("trace 12", "Trace VCT12")]
    [InlineData("skin 375", "Tissue Skin|Words 375")]
    [InlineData("Hep G2", "CellLine HepG2/C3A")]
    [InlineData("hep-g2 cells", "CellLine HepG2/C3A")]
    [InlineData("nci h 460", "CellLine NCI-H460")]
    [InlineData("CVCL:1097", "CellLine C32")]
    [InlineData("cvcl 1097", "CellLine C32")]
    [InlineData("caspase 3", "Gene CASP3")]
    [InlineData("Caspase-3", "Gene CASP3")]
    [InlineData("HER 2", "Gene ERBB2")]
    [InlineData("her-2", "Gene ERBB2")]
    [InlineData("ENSG00000141736", "Gene ERBB2")]
    [InlineData("ENSEMBL:ENSG00000141736", "Gene ERBB2")]
    [InlineData("MEK 162", "Compound Binimetinib")]
    [InlineData("trametinib dimethyl sulfoxide", "Compound Trametinib")]
    [InlineData("trametinib DMSO solvate", "Compound Trametinib")]
    [InlineData("binimetinib trametinib", "Compound Binimetinib|Compound Trametinib")]
    [InlineData("line: C32 tissue: skin", "CellLine C32|Tissue Skin")]
    [InlineData("binimetinib OR trametinib skin", "Compound Binimetinib or Trametinib|Tissue Skin")]
    [InlineData("BRAF V600E or NRAS Q61L OR melanoma", "Words BRAF V600E or NRAS Q61L or melanoma")]
    [InlineData("lung OR -skin", "Tissue Lung or not Skin")]
    [InlineData("binimetinib AND skin", "Compound Binimetinib|Tissue Skin")]
    [InlineData("binimetinib NOT lung cancer", "Compound Binimetinib|-Disease lung cancer")]
    [InlineData("NOT line:C32", "-CellLine C32")]
    [InlineData("binimetinib AND NOT skin", "Compound Binimetinib|-Tissue Skin")]
    [InlineData("GO:0006915 PMID:123 https://x.org", "Words GO:0006915|Words PMID:123|Words https://x.org")]
    [InlineData("direction:sideways", "Direction sideways")]
    [InlineData("-direction:down", "-Primitive direction:down")]
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
        // A direction that is none is no claim that neither rises nor falls.
        Assert.IsType<SearchPart.Unread>(Understand.Value.Run("direction:sideways").Parts.Single());
    }

    [Fact]
    public void ANameWithADirection_IsAClaimOfWhoeverMakesIt()
    {
        var read = Understand.Value.Run("skin MEK1 falls");
        var claim = Assert.IsType<SearchPart.OneClaim>(read.Parts[1]);
        Assert.Equal(new ClaimPattern(null, null, "map2k1", -1), claim.Pattern);
        Assert.Equal("skin", read.Without(claim));
    }

    [Fact]
    public void AMechanismOfSeveralMolecules_IsThatOfEach()
    {
        var shared = Assert.IsType<SearchPart.Entity>(Understand.Value.Run("CDK4/6 inhibitor").Parts[0]).Name;
        Assert.Contains("Palbociclib", shared.Members);
        foreach (var one in (string[])["CDK4 inhibitor", "CDK6 inhibitor"])
            Assert.Empty(Assert.IsType<SearchPart.Entity>(Understand.Value.Run(one).Parts[0]).Name.Members.Except(shared.Members));
    }

    [Theory]
    [InlineData("skin trametinib vs binimetinib", "skin vs compound:Trametinib OR compound:Binimetinib")]
    [InlineData("retinoic acid trametinib", "compound:\"Retinoic acid\" OR compound:Trametinib")]
    [InlineData("trametinib -binimetinib", null)]
    [InlineData("trametinib C32", null)]
    public void SeveralCompounds_OfWhichATraceHasOne_AreReadAsAlternatives(string typed, string? text)
    {
        var read = Understand.Value.Run(typed).AsAlternatives(SearchField.Compound);
        Assert.Equal(text, read?.Text);
        if (text is not null) Assert.Contains(Understand.Value.Run(text).Parts, part => part is SearchPart.Either { Parts.Length: 2 });
    }

    [Fact]
    public void APart_SaysWhatItWasReadFrom_OnlyWhereThatDiffers()
    {
        Assert.Equal("MEK162", Assert.IsType<SearchPart.Entity>(Understand.Value.Run("MEK162").Parts[0]).Said);
        Assert.Null(Assert.IsType<SearchPart.Entity>(Understand.Value.Run("BINIMETINIB").Parts[0]).Said);
    }

    [Theory]
    [InlineData("binimetnib", "Binimetinib")]
    [InlineData("binds_tu", "binds_to")]
    [InlineData("melanma", "melanoma")]
    [InlineData("apoptsis", "apoptosis")]
    [InlineData("x", null)]
    public void AMisspeltName_HasANearest(string typed, string? near)
    {
        var pack = StarterPack.Load();
        Assert.Equal(near, new SearchNames(new KnowledgeIndex(pack), InstalledKnowledge.From(pack)).Nearest(typed)?.Label);
    }

    /// <summary>What is wrong, where, and what there is: in words, and where one is near as a search with it.</summary>
    [Theory]
    [InlineData("direction:sideways", "“direction:sideways” finds nothing: direction is up or down.", null)]
    [InlineData("skin direction:dwn", "“direction:dwn” finds nothing: direction is up or down.", "skin direction:down")]
    [InlineData("verdict:banana",
        "“verdict:banana” finds nothing: verdict is supported, elsewhere, contradicted, disputed, undecided or untested.", null)]
    [InlineData("verdict:suported", "“verdict:suported” finds nothing", "verdict:supported")]
    [InlineData("state:99", "“state:99” finds nothing: state is published, withheld or partial.", null)]
    [InlineData("kind:binds_tu", "No kind of claim is called “binds_tu”. kind is ", "kind:binds_to")]
    [InlineData("kind:x", "No kind of claim is called “x”. kind is ", null)]
    [InlineData("tissue:skn", "No tissue is called “skn”. tissue is ", "tissue:Skin")]
    [InlineData("line:HOP63", "No installed table has a cell line called “HOP63”.", "line:HOP62")]
    [InlineData("line:BRAF", "No installed table has a cell line called “BRAF”.", "gene:BRAF")]
    [InlineData("foo:bar", "“foo:bar” finds nothing: a search has no field foo. Its fields are actor, alteration, ", null)]
    [InlineData("compund:binimetinib lung", "“compund:binimetinib” finds nothing: a search has no field compund.",
        "compound:binimetinib lung")]
    [InlineData("-foo:bar", "“-foo:bar” finds nothing: a search has no field foo.", null)]
    [InlineData("sort:x", "“sort:x” finds nothing: the order is chosen above the list, not in the search.", null)]
    [InlineData("verdict:", "“verdict:” finds nothing: a value follows the colon. verdict is supported, ", null)]
    [InlineData("compound:", "“compound:” finds nothing: a name follows the colon", null)]
    [InlineData("trace:x", "“trace:x” finds nothing: a trace is named by its number", null)]
    [InlineData("a 375", "No installed table has a cell line, gene or compound called “a 375”: it is looked for as words.", "VCT375")]
    [InlineData("skin 375", "375 is looked for as a word.", "skin VCT375")]
    [InlineData("skin contradicted", "contradicted is looked for as a word.", "skin verdict:contradicted")]
    [InlineData("Accepted", "Accepted is looked for as a word.", "review:accepted")]
    [InlineData("OR skin", "OR needs something on both sides, and was left out.", null)]
    [InlineData("skin NOT", "NOT needs something after it, and was left out.", null)]
    [InlineData("binds_to actor:venetoclax OR skin", "OR was left out: a claim is asked for as a whole.", null)]
    public void WhatCannotBeRead_IsSaid(string typed, string says, string? instead)
    {
        var note = Assert.Single(Understand.Value.Run(typed).Notes);
        Assert.StartsWith(says, note.Text);
        Assert.Equal(instead, note.Instead);
    }

    [Theory]
    [InlineData("binimetinib OR trametinib -skin")]
    [InlineData("GO:0006915 \"foo:bar\" CID:10288191 engine:x")]
    [InlineData("binds_to actor:venetoclax target:BCL2 direction:up")]
    public void WhatCanBeRead_NeedsNoSentence(string typed) => Assert.Empty(Understand.Value.Run(typed).Notes);

    [Fact]
    public void AlternativesAndNegations_AreTakenOutAsAWhole()
    {
        var read = Understand.Value.Run("binimetinib OR trametinib NOT lung cancer");
        Assert.Equal("NOT lung cancer", read.Without(read.Parts[0]));
        Assert.Equal("binimetinib OR trametinib", read.Without(read.Parts[1]));
    }
}
