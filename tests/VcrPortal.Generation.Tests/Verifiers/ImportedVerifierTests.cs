using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Verifiers.Membership;
using VcrPortal.Generation.Verifiers.Modifications;
using VcrPortal.Generation.Verifiers.Regulons;
using VcrPortal.Generation.Verifiers.Stability;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers;

/// <summary>The decision tables of the verifiers that judge by imported sources, a row each, and the independence rule.</summary>
public sealed class ImportedVerifierTests : IDisposable
{
    private readonly Imported _files = new();
    private readonly ImportedStatements _imported;
    private readonly KnowledgeIndex _index;
    private readonly InstalledKnowledge _installed;

    public ImportedVerifierTests()
    {
        StarterPackEntities.Add(_files.Draft, StarterPack.Load());
        _files.Add(
            _files.File(
            "relations.csv", "HGNC,AA1,isa,FPLX,AA\nHGNC,AA2,isa,FPLX,AA\nHGNC,CX1,partof,FPLX,CXX\nHGNC,CX2,partof,FPLX,CXX\n"),
            FamPlexImport.AddRelations);
        _files.Add(
            _files.File(
            "dorothea.tsv",
            "tf\tconfidence\ttarget\tmor\nTFA\tA\tGG1\t1\nTFA\tC\tGG2\t-1\nTFA\tB\tGG3\t-1\nAA1\tA\tGG1\t1\nAA2\tA\tGG1\t-1\n"),
            DorotheaImport.Add);
        _files.Add(_files.File("signor.csv", "ENTITYA,TYPEA,ENTITYB,TYPEB,EFFECT,MECHANISM,RESIDUE,TAX_ID,PMID\n"
            + "AA1,protein,PP1,protein,up-regulates activity,phosphorylation,Ser63,9606,11\n"
            + "PHO,protein,PP1,protein,down-regulates,dephosphorylation,Ser63,9606,12\n"
            + "UB1,protein,PP1,protein,down-regulates quantity by destabilization,ubiquitination,,9606,13\n"), SignorImport.Add);
        _files.Draft.Add(new(KnowledgeDataset.WikiPathways, "1", "CC0-1.0", ""));
        _files.Draft.Edge(
            _files.Draft.Entity(EntityKind.Compound, "Binimetinib"), _files.Draft.Entity(EntityKind.Gene, "MAP2K1"),
            new Statement(KnowledgeDataset.WikiPathways, EdgeKind.Binds, 0, "WP9", "mim-binding"));
        _files.Draft.Edge(
            _files.Draft.Entity(EntityKind.Gene, "PP1"), _files.Draft.Entity(EntityKind.Pathway, "WP382"),
            new Statement(KnowledgeDataset.WikiPathways, EdgeKind.TakesPartIn, 0, "WP382"));
        _installed = InstalledKnowledge.From(StarterPack.Load(), _files.Snapshot());
        _index = new(_installed.Base);
        _imported = new(_installed.Snapshot!, _index, _installed.Recognizer);
    }

    public void Dispose() => _files.Dispose();

    private static async Task<ImmutableArray<Verdict>> VerifyAsync(IVerifier verifier, string text, string? usedSource = null)
    {
        var graph = ExplanationReader.Read(text).Graph;
        var evidence =
            new EvidenceIndex(usedSource is null ? [] : [new(1, usedSource, "1", null, "t", "p", null, "CC0", TrustTier.Curated)]);
        var citations = graph.Actions.ToImmutableDictionary(a => a.Id!.Value, _ => usedSource is null ? ImmutableArray<int>.Empty : [1]);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        await foreach (
            var verdict in verifier.VerifyAsync(
            new(new(new([], []), [], null, [], []), graph, citations, evidence), CancellationToken.None)) verdicts.Add(verdict);
        return verdicts.ToImmutable();
    }

    private static string Regulation(string factor, string factorWay, string gene, string way) => $"""
        modulates_molecule_activity(id="n1", target="{factor}", direction="{factorWay}")
        regulates_expression(id="n2", regulator="{factor}", gene_list=["{gene}"], direction="{way}")
        edge("n1", "n2", relation="causal")
        """;

    [Theory]
    [InlineData("TFA", "up", "GG1", "up", VerdictKind.Supported)]
    [InlineData("TFA", "down", "GG1", "down", VerdictKind.Supported)]
    [InlineData("TFA", "down", "GG3", "up", VerdictKind.Supported)]
    [InlineData("TFA", "down", "GG1", "up", VerdictKind.Disputed)]
    [InlineData("TFA", "up", "GG2", "up", VerdictKind.Undetermined)] // confidence C is too weak to dispute
    [InlineData("TFA", "up", "GG9", "up", VerdictKind.Undetermined)] // not in the regulon
    [InlineData("AA", "up", "GG1", "up", VerdictKind.Undetermined)] // members disagree
    public async Task Regulon_FollowsItsTable(string factor, string factorWay, string gene, string way, VerdictKind expected)
    {
        var verdict = Assert.Single(await VerifyAsync(new RegulonVerifier(_imported), Regulation(factor, factorWay, gene, way)));
        Assert.Equal((expected, new Claim(new("n2"), gene)), (verdict.Kind, verdict.Claim));
        if (verdict.IsIndependent) Assert.Equal(new("n1"), verdict.RestsOn);
    }

    [Fact]
    public async Task Regulon_OfAFactorThatTheGraphDoesNotMove_IsUndetermined() =>
        Assert.Equal(
            VerdictKind.Undetermined,
            Assert.Single(
            await VerifyAsync(
            new RegulonVerifier(_imported), """regulates_expression(id="n2", regulator="TFA", gene_list=["GG1"], direction="up")""")).Kind);

    [Fact]
    public async Task Regulon_OfWhatIsNoFactor_IsNotJudged() =>
        Assert.Empty(await VerifyAsync(new RegulonVerifier(_imported), Regulation("PP1", "up", "GG1", "up")));

    [Fact]
    public async Task Regulon_WrittenFromDorothea_DoesNotCount()
    {
        Assert.True(
            Assert.Single(
            await VerifyAsync(new RegulonVerifier(_imported), Regulation("TFA", "up", "GG1", "up"), KnowledgeDataset.DoRothEA)) is
            {
                SameSource: true, IsIndependent: false
            });
        Assert.True(
            Assert.Single(
            await VerifyAsync(new RegulonVerifier(_imported), Regulation("TFA", "up", "GG1", "up"), KnowledgeDataset.WikiPathways)) is
            {
                SameSource: false, IsIndependent: true
            });
    }

    private static string Modification(string enzyme, string enzymeWay, string site, string way) => $"""
        modulates_molecule_activity(id="n1", target="{enzyme}", direction="{enzymeWay}")
        post_translational_modification(id="n2", protein="PP1", mod_type="phosphorylation", site="{site}", direction="{way}")
        edge("n1", "n2", relation="causal")
        """;

    [Theory]
    [InlineData("AA1", "down", "S63", "down", VerdictKind.Supported)]
    [InlineData("AA", "down", "Ser63", "down", VerdictKind.Supported)] // the graph names the family
    [InlineData("PHO", "up", "S63", "down", VerdictKind.Supported)]
    [InlineData("PHO", "up", "S63", "up", VerdictKind.Disputed)]
    [InlineData("AA1", "down", "S63", "up", VerdictKind.Disputed)]
    [InlineData("AA1", "down", "S99", "down", VerdictKind.Undetermined)]
    [InlineData("TFA", "down", "S63", "down", VerdictKind.Undetermined)] // no enzyme of that site
    public async Task Modification_FollowsItsTable(string enzyme, string enzymeWay, string site, string way, VerdictKind expected) =>
        Assert.Equal(
            expected,
            Assert.Single(await VerifyAsync(new ModificationVerifier(_imported), Modification(enzyme, enzymeWay, site, way))).Kind);

    [Fact]
    public async Task Modification_Verdict_CitesThePaper() =>
        Assert.Equal(
            "PMID:11",
            Assert.Single(
            Assert.Single(await VerifyAsync(new ModificationVerifier(_imported), Modification("AA1", "up", "S63", "up"))).Rows).Identifier);

    [Theory]
    [InlineData("UB1", "PP1", "down", VerdictKind.Supported)]
    [InlineData("UB1", "PP1", "up", VerdictKind.Disputed)]
    [InlineData("AA1", "PP1", "down", VerdictKind.Undetermined)] // it changes the activity, not the amount
    [InlineData("PP1", "UB1", "down", VerdictKind.Undetermined)]
    public async Task Stability_FollowsItsTable(string regulator, string target, string way, VerdictKind expected) =>
        Assert.Equal(
            expected,
            Assert.Single(
            await VerifyAsync(
            new StabilityVerifier(_imported),
            $"""degrades_or_stabilises(id="n1", regulator="{regulator}", target="{target}", direction="{way}")""")).Kind);

    [Theory]
    [InlineData("""participates_in(id="n1", entity="PP1", ontology_id="WIKIPATHWAYS:WP382")""", VerdictKind.Supported)]
    [InlineData("""participates_in(id="n1", entity="TFA", ontology_id="WIKIPATHWAYS:WP382")""", VerdictKind.Undetermined)]
    [InlineData("""modulates_complex(id="n1", members=["CX1", "CX2"], complex="CXX", direction="up")""", VerdictKind.Supported)]
    [InlineData("""modulates_complex(id="n1", members=["CX1", "PP1"], complex="CXX", direction="up")""", VerdictKind.Undetermined)]
    [InlineData("""modulates_pathway_activity(id="n1", pathway="MAPK signalling", direction="up")""", VerdictKind.Undetermined)]
    public async Task Membership_FollowsItsTable(string text, VerdictKind expected) =>
        Assert.Equal(expected, Assert.Single(await VerifyAsync(new MembershipVerifier(_imported), text)).Kind);

    [Fact]
    public async Task Membership_OfAnOntologyThatIsNotHere_IsNotJudged() =>
        Assert.Empty(
            await VerifyAsync(new MembershipVerifier(_imported), """participates_in(id="n1", entity="PP1", ontology_id="GO:0006915")"""));

    [Fact]
    public async Task Dti_KnownTargetReadFromTheSameTable_IsLookedUpInOtherSources()
    {
        const string binding = """binds_to(id="n1", actor="Binimetinib", target="MAP2K1")""";
        var verifier = new TargetVerifier(_index, _installed.Recognizer, null, _imported);
        Assert.True(
            Assert.Single(
            await VerifyAsync(verifier, binding, FactEvidence.Tahoe)) is
            {
                Kind: VerdictKind.Supported, IsIndependent: true,
                Rows: [{ Source: KnowledgeDataset.WikiPathways }]
            });
        Assert.True(
            Assert.Single(
            await VerifyAsync(verifier, binding.Replace("MAP2K1", "MAP2K2", StringComparison.Ordinal), FactEvidence.Tahoe)) is
            {
                Kind: VerdictKind.Supported, SameSource: true
            });
    }
}
