using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.Localisation;
using VcrPortal.Generation.Verifiers.Phenotypes;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers;

/// <summary>The decision tables of the verifiers that judge places and phenotypes by imported tables, and the independence rule.</summary>
public sealed class TableVerifierTests : IDisposable
{
    private const string AtlasHead = "Gene\tGene name\tReliability\tMain location\tAdditional location\n";
    private readonly Imported _files = new();
    private readonly InstalledKnowledge _installed;
    private readonly ImportedStatements _imported;

    public TableVerifierTests()
    {
        StarterPackEntities.Add(_files.Draft, StarterPack.Load());
        _files.Add(
            _files.File(
            "subcellular_location.tsv",
            AtlasHead
            + "ENSG1\tFOXO3\tSupported\tCytosol\tNucleoplasm\nENSG2\tBRAF\tApproved\tCytosol\t\n"
            + "ENSG3\tMYC\tUncertain\tCytosol;Nucleoplasm\t\n"), LocalisationImport.Add);
        _files.Add(
            _files.File(
            "genes_to_phenotype.txt",
            "ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\n1\tPTEN\tHP:0001548\tOvergrowth\n1\tPTEN\tHP:0001548\tOvergrowth\n"
            + "2\t-\tHP:0000001\tAll\n"), GenePhenotypeImport.Add);
        _files.Add(
            _files.File(
            "screen.csv",
            "perturbation,context,phenotype,effect\nBinimetinib,A-375,cell proliferation,down\nBinimetinib,A-375,apoptosis,none\n"
            + "Binimetinib,C32,apoptosis,up\nBinimetinib,C32,apoptosis,down\nNobody,C32,apoptosis,up\n"), MeasuredPhenotypeImport.Add);
        _installed = InstalledKnowledge.From(StarterPack.Load(), _files.Snapshot());
        _imported = new(_installed.Snapshot!, new(_installed.Base), _installed.Recognizer);
    }

    public void Dispose() => _files.Dispose();

    private async Task<Verdict> VerifyAsync(IVerifier verifier, string text, string line = "A375", string? usedSource = null)
    {
        var record = new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, "Binimetinib")]);
        var question = new QuestionGrounding(new(_installed.Base), _installed.Recognizer).Ground(record);
        var graph = ExplanationReader.Read(text).Graph;
        var evidence =
            new EvidenceIndex(usedSource is null ? [] : [new(1, usedSource, "1", null, "t", "p", null, "CC0", TrustTier.Curated)]);
        var citations = graph.Actions.ToImmutableDictionary(a => a.Id!.Value, _ => usedSource is null ? ImmutableArray<int>.Empty : [1]);
        var verdicts = new List<Verdict>();
        await foreach (var verdict in verifier.VerifyAsync(new(question, graph, citations, evidence), CancellationToken.None)) verdicts.Add(
            verdict);
        return Assert.Single(verdicts);
    }

    [Theory]
    [InlineData("FOXO3", "cytoplasm", "nucleus", VerdictKind.Supported)]
    [InlineData("FOXO3", "Cytosol", "nucleoplasm", VerdictKind.Supported)]
    [InlineData("BRAF", "cytosol", "plasma membrane", VerdictKind.Undetermined)] // one of both
    [InlineData("MYC", "cytosol", "nucleus", VerdictKind.Undetermined)] // uncertain rows are left out
    [InlineData("zzz", "cytosol", "nucleus", VerdictKind.Undetermined)]
    public async Task Localisation_FollowsItsTable(string entity, string from, string to, VerdictKind expected) =>
        Assert.Equal(
            expected,
            (await VerifyAsync(
            new LocalisationVerifier(_imported.Recognizer, _imported),
            $"""localises_to(id="n1", entity="{entity}", from_loc="{from}", to_loc="{to}")""")).Kind);

    [Theory]
    [InlineData("alleviates_phenotype", "actor", "cell proliferation", "A375", VerdictKind.Supported)]
    [InlineData("induces_phenotype", "source", "cell proliferation", "A375", VerdictKind.Refuted)]
    [InlineData("induces_phenotype", "source", "apoptosis", "A375", VerdictKind.Undetermined)] // measured without change
    [InlineData("induces_phenotype", "source", "apoptosis", "C32", VerdictKind.Undetermined)] // rows disagree
    [InlineData("alleviates_phenotype", "actor", "cell proliferation", "C32", VerdictKind.Undetermined)] // measured in another cell
    [InlineData("induces_phenotype", "source", "no such thing", "A375", VerdictKind.Undetermined)]
    public async Task Phenotype_FollowsItsTable(string primitive, string argument, string phenotype, string line, VerdictKind expected) =>
        Assert.Equal(
            expected,
            (await VerifyAsync(
            new PhenotypeVerifier(_imported), $"""{primitive}(id="n1", {argument}="Binimetinib", phenotype="{phenotype}")""", line)).Kind);

    [Theory]
    [InlineData("loss_of_function", "induces_phenotype", "source", VerdictKind.Supported)]
    [InlineData("gain_of_function", "induces_phenotype", "source", VerdictKind.Undetermined)] // the list does not say which way
    [InlineData("loss_of_function", "alleviates_phenotype", "actor", VerdictKind.Undetermined)]
    public async Task Phenotype_ListedWithAGene_IsOneOfItsLossOnly(string edit, string primitive, string argument, VerdictKind expected) =>
        Assert.Equal(expected, (await VerifyAsync(new PhenotypeVerifier(_imported), $"""
            {edit}(id="n1", variant="PTEN knock-out", protein="PTEN")
            {primitive}(id="n2", {argument}="PTEN", phenotype="Overgrowth")
            edge("n1", "n2", relation="causal")
            """)).Kind);

    [Fact]
    public async Task Verdict_OnASourceThatTheEngineUsed_DoesNotCount()
    {
        const string text = """localises_to(id="n1", entity="FOXO3", from_loc="cytosol", to_loc="nucleus")""";
        Assert.True(
            await VerifyAsync(
            new LocalisationVerifier(_imported.Recognizer, _imported), text, usedSource: KnowledgeDataset.ProteinAtlas) is
            {
                SameSource: true,
                IsIndependent: false
            });
        const string grows = """alleviates_phenotype(id="n1", actor="Binimetinib", phenotype="cell proliferation")""";
        Assert.True(
            await VerifyAsync(
            new PhenotypeVerifier(_imported), grows, usedSource: KnowledgeDataset.PhenotypeTable) is
            {
                SameSource: true,
                IsIndependent: false
            });
        Assert.True((await VerifyAsync(new PhenotypeVerifier(_imported), grows, usedSource: KnowledgeDataset.WikiPathways)).IsIndependent);
    }

    [Theory]
    [InlineData("perturbation,context,phenotype,effect\nBinimetinib,C32,apoptosis,much\n", "line 2: the effect is \u201Cmuch\u201D")]
    [InlineData("perturbation,context,phenotype,effect\nBinimetinib,,apoptosis,up\n", "line 2: the context")]
    public void MeasuredPhenotypes_BadRow_NamesTheLine(string text, string says) =>
        Assert.Contains(
            says, Assert.Throws<ImportException>(() => _files.Add(_files.File("bad.csv", text), MeasuredPhenotypeImport.Add)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(AtlasHead, "localisation")]
    [InlineData("ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id\n", "gene-phenotypes")]
    [InlineData("perturbation,context,phenotype,effect\n", "measured-phenotypes")]
    public void ImportKind_KnowsTheTables(string head, string slot) =>
        Assert.Equal(slot, ImportKind.For(new("table.txt", head.TrimEnd('\n'), head))?.Slot);
}
