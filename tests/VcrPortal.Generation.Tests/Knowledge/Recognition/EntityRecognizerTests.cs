using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Tests.Knowledge.Recognition;

public class EntityRecognizerTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly EntityRecognizer Recognizer = new(Pack);

    [Theory]
    [InlineData("PI-3K", EntityTypes.Complex, "FPLX:PI3K")]
    [InlineData("PI3K", EntityTypes.Complex, "FPLX:PI3K")]
    [InlineData("pi3k", EntityTypes.Complex, "FPLX:PI3K")]
    [InlineData("MEK", EntityTypes.Family, "FPLX:MEK")]
    [InlineData("MEK1/2", EntityTypes.Family, "FPLX:MEK")]
    [InlineData("JAK", EntityTypes.Family, "FPLX:JAK")]
    [InlineData("VEGFR", EntityTypes.Family, "FPLX:VEGFR")]
    [InlineData("IKK", EntityTypes.Complex, "FPLX:IKK_complex")]
    [InlineData("ERK", EntityTypes.Family, "FPLX:ERK")]
    [InlineData("TGF-beta", EntityTypes.Family, "FPLX:TGFB")]
    [InlineData("TGF\u03B2", EntityTypes.Family, "FPLX:TGFB")]
    [InlineData("IFNalpha", EntityTypes.Family, "FPLX:IFNA")]
    [InlineData("IFN-\u03B1", EntityTypes.Family, "FPLX:IFNA")]
    [InlineData("MTOR", EntityTypes.Gene, "MTOR")]
    [InlineData("ALK5", EntityTypes.Gene, "TGFBR1")]
    [InlineData("ALK", EntityTypes.Gene, "ALK")]
    [InlineData("TNF alpha", EntityTypes.Gene, "TNF")]
    [InlineData("p53", EntityTypes.Gene, "TP53")]
    [InlineData("BRAF", EntityTypes.Gene, "BRAF")]
    [InlineData("SRC", EntityTypes.Gene, "SRC")]
    [InlineData("EPAS1", EntityTypes.Gene, "EPAS1")]
    [InlineData("IL13", EntityTypes.Gene, "IL13")]
    [InlineData("IL1B", EntityTypes.Gene, "IL1B")]
    [InlineData("VEGFR-2", EntityTypes.Gene, "KDR")]
    [InlineData("met", EntityTypes.Gene, "MET")]
    [InlineData(" MEK162 ", EntityTypes.Compound, "Binimetinib")]
    [InlineData("palbociclib", EntityTypes.Compound, "Palbociclib")]
    [InlineData("GSK 1059615", EntityTypes.Compound, "GSK1059615")]
    [InlineData("C32", EntityTypes.CellLine, "C32")]
    [InlineData("HOP-62", EntityTypes.CellLine, "HOP62")]
    [InlineData("apoptosis", EntityTypes.Phenotype, "PHENO:apoptosis")]
    [InlineData("MAPK signalling", EntityTypes.Pathway, "WP382")]
    public void Match_WholeText_NamesOneEntity(string text, EntityTypes type, string name)
    {
        var match = Recognizer.Match(text);
        Assert.Equal((type, name), (match?.Type ?? EntityTypes.None, match?.Name));
    }

    [Theory]
    [InlineData(""), InlineData("   "), InlineData("-"), InlineData("BRAF inhibitor"), InlineData("nobody")]
    public void Match_AnythingElse_IsNull(string text) => Assert.Null(Recognizer.Match(text));

    [Fact]
    public void Recognize_Sentence_FindsNamesWithTheirPlaces()
    {
        const string text = "Binimetinib inhibits MEK1/2 in C32 (BRAF-mutant): less ERK, BIM up, apoptosis.";
        var found = Recognizer.Recognize(text);
        Assert.Equal(["Binimetinib", "FPLX:MEK", "C32", "BRAF", "FPLX:ERK", "BCL2L11", "PHENO:apoptosis"], found.Select(e => e.Name));
        Assert.All(found, e => Assert.Equal(e.Text, text.Substring(e.Start, e.Length)));
        Assert.Equal("FPLX:MEK", found[1].Curie);
    }

    [Theory]
    [InlineData("TGF-beta receptor", "FPLX:TGFBR")]
    [InlineData("HDAC1", "HDAC1")]
    [InlineData("mTORC1", "FPLX:mTORC1")]
    [InlineData("cell survival and proliferation", "PHENO:survival-and-proliferation")]
    [InlineData("SMAD2/3", "FPLX:SMAD2_3")]
    public void Recognize_OverlappingNames_TakesTheLongest(string text, string name) =>
        Assert.Equal(name, Assert.Single(Recognizer.Recognize($"the {text}, then")).Name);

    [Theory]
    [InlineData("He met them on a bad day with his kit, and src was set.")]
    [InlineData("The puma and the raptor chop wood; impact unknown.")]
    [InlineData("XBRAF BRAFX BRAF2 1BRAF")]
    [InlineData("me k, M EK and BR AF")]
    public void Recognize_WordsAndPartsOfWords_AreNoNames(string text) => Assert.Empty(Recognizer.Recognize(text));

    [Theory]
    [InlineData("MET and KIT", new[] { "MET", "KIT" })]
    [InlineData("PUMA rises", new[] { "BBC3" })]
    [InlineData("braf, kras; map2k1", new[] { "BRAF", "KRAS", "MAP2K1" })]
    [InlineData("TGF \u03B2\nand NF-\u03BAB dimers", new[] { "FPLX:TGFB", "FPLX:NFkappaB" })]
    [InlineData("BCL 2 or Bcl-2", new[] { "BCL2", "BCL2" })]
    public void Recognize_Spellings_AreFolded(string text, string[] names) =>
        Assert.Equal(names, Recognizer.Recognize(text).Select(e => e.Name));

    [Fact]
    public void Recognize_EveryPrimaryName_FindsItsOwner()
    {
        foreach (var gene in Pack.Genes) Assert.Equal(gene.Symbol, Assert.Single(Recognizer.Recognize($"({gene.Symbol})")).Name);
        foreach (var compound in Pack.Compounds) Assert.Equal(
            compound.Name, Assert.Single(Recognizer.Recognize($"({compound.Name})")).Name);
        foreach (var line in Pack.CellLines) Assert.Equal(line.Name, Assert.Single(Recognizer.Recognize($"({line.Name})")).Name);
        foreach (var group in Pack.Groups) Assert.Equal(group.Id, Assert.Single(Recognizer.Recognize($"({group.Name})")).Name);
        foreach (var phenotype in Pack.Phenotypes) Assert.Equal(
            phenotype.Id, Assert.Single(Recognizer.Recognize($"({phenotype.Name})")).Name);
    }

    [Fact]
    public void Recognize_AnyText_GivesOrderedSpansWithoutOverlapThatMatchByThemselves() =>
        Prop.ForAll(
            Gen.ListOf(
            Gen.Elements(
            "BRAF", "TGF-", "\u03B2", " ", "-", "MEK", "1/2", "cell", "survival", "and", "proliferation", ".", "x", "C32", "\uD83E\uDDEC",
            "\n", "PI", "3K"))
            .Select(string.Concat).ToArbitrary(), text =>
        {
            var free = 0;
            foreach (var entity in Recognizer.Recognize(text))
            {
                if (entity.Start < free || text.Substring(entity.Start, entity.Length) != entity.Text
                    || Recognizer.Match(entity.Text)?.Name != entity.Name) return false;
                free = entity.Start + entity.Length;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A", 0), InlineData("MEK", 0), InlineData("MEK ", 1 << 18), InlineData("cell survival an ", (1 << 20) / 17),
        InlineData("-", 0), InlineData("\u03B2", 0)]
    public void Recognize_OneLineOfAMegabyte_CostsLittlePerCharacter(string repeated, int names)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Recognizer.Recognize(text);
        Assert.Equal(names, found.Length);
        // Memory stands in for work: it is the same on every machine, and grows with any backtracking or copying of candidates.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, text.Length * 400L);
    }

    [Fact]
    public void Recognize_NothingInstalled_FindsNothing()
    {
        var empty = new EntityRecognizer(new KnowledgeBase("empty", [], [], [], [], [], [], []));
        Assert.Empty(empty.Recognize("BRAF"));
        Assert.Null(empty.Match("BRAF"));
    }
}
