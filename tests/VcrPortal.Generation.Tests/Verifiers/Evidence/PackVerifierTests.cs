using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.DrugActions;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.Exomes;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Generation.Verifiers.Footprints;
using VcrPortal.Generation.Verifiers.Modifications;
using VcrPortal.Generation.Verifiers.Processes;
using VcrPortal.Generation.Verifiers.Signatures;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Generation.Verifiers.Transcripts;
using VcrPortal.Generation.Verifiers.Viability;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers.Evidence;

/// <summary>Each verifier over the evidence pack: it supports, it disputes or refutes, it is silent, its file is missing, and what was
/// written
/// from its own source does not count.</summary>
public class PackVerifierTests
{
    internal const string Route = """
        binds_to(id="n1", actor="Trametinib", target="MAP2K1")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")
        modulates_molecule_activity(id="n3", target="MAPK1", direction="down")
        regulates_expression(id="n4", regulator="MAPK1", gene_list=["DUSP6"], direction="down")
        alleviates_phenotype(id="n5", actor="Trametinib", phenotype="cell proliferation")
        gain_of_function(id="n6", variant="V600E", protein="BRAF")
        post_translational_modification(id="n7", protein="MAPK1", mod_type="phosphorylation", site="T185/Y187", direction="down")
        edge("n1", "n2", relation="causal")
        edge("n2", "n7", relation="causal")
        edge("n2", "n3", relation="causal")
        edge("n3", "n4", relation="causal")
        edge("n3", "n5", relation="causal")
        """;

    private sealed record Checked(Func<PackEvidence, IVerifier> Make, string File, string Claim, string? Member);

    private static readonly Dictionary<string, Checked> Verifiers = new()
    {
        ["binding"] = new(e => new DrugActionVerifier(e), PackFiles.ChemblMechanisms, "n1", null),
        ["action"] = new(e => new DrugActionVerifier(e), PackFiles.ChemblMechanisms, "n2", null),
        ["step"] = new(e => new SignedStepVerifier(e), PackFiles.NciPidEdges, "n3", null),
        ["gene"] = new(e => new SignedStepVerifier(e), PackFiles.NciPidEdges, "n4", "DUSP6"),
        ["regulation"] = new(e => new SignedStepVerifier(e), PackFiles.TrrustRegulation, "n4", "DUSP6"),
        ["footprint"] = new(e => new FootprintVerifier(e), PackFiles.ProgenyFootprints, "n4", "DUSP6"),
        ["process"] = new(e => new ProcessVerifier(e), PackFiles.GoProcesses, "n5", null),
        ["carried"] = new(e => new ProcessVerifier(e), PackFiles.GoProcesses, "n3", null),
        ["signature"] = new(e => new SignatureVerifier(e), PackFiles.L1000Genes, "n4", "DUSP6"),
        ["kinase"] = new(e => new DrugActionVerifier(e), PackFiles.KinomeScan, "n1", null),
        ["phosphorylation"] = new(e => new DrawnModificationVerifier(e), PackFiles.NciPidModifications, "n7", null),
        ["viability"] = new(e => new ViabilityVerifier(e), PackFiles.Nci60Growth, "n5", null),
        ["expressed"] = new(e => new ExpressedVerifier(e), PackFiles.LineExpression, "n2", null),
        ["exome"] = new(e => new ExomeVerifier(e), PackFiles.Nci60Exome, "n6", null),
        ["transcript"] = new(e => new TranscriptVerifier(e), PackFiles.LineExpression, "context", "PTEN LoF"),
        ["context"] = new(e => new ExomeVerifier(e), PackFiles.Nci60Exome, "context", "BRAF V600E GoF"),
    };

    [Theory]
    [InlineData(
        "binding", "CHEMBL2103875|INHIBITOR|MAP2K1 inhibitor|T1|MAP2K1", VerdictKind.Supported, Strength.SameCompoundSameMolecule, null)]
    [InlineData(
        "action", "CHEMBL2103875|INHIBITOR|MAP2K1 inhibitor|T1|MAP2K1", VerdictKind.Supported, Strength.SameCompoundSameMolecule, null)]
    [InlineData("action", "CHEMBL2103875|AGONIST|MAP2K1 agonist|T1|MAP2K1", VerdictKind.Disputed, Strength.SameCompoundSameMolecule, null)]
    [InlineData("action", "CHEMBL2103875|MODULATOR|MAP2K1 modulator|T1|MAP2K1", VerdictKind.Undetermined, null, null)]
    [InlineData("binding", "CHEMBL2103875|INHIBITOR|MEK inhibitor|T1|", VerdictKind.Supported, Strength.SameCompoundSameMolecule, null)]
    [InlineData("step", "MAP2K1|MAPK1|1|activity|11", VerdictKind.Supported, Strength.Curated, "n2")]
    [InlineData("step", "MAP2K1|MAPK1|-1|activity|11", VerdictKind.Disputed, Strength.Curated, "n2")]
    [InlineData("gene", "MAPK1|DUSP6|1|expression|", VerdictKind.Supported, Strength.Curated, "n3")]
    [InlineData("gene", "MAPK1|DUSP6|-1|expression|", VerdictKind.Disputed, Strength.Curated, "n3")]
    [InlineData("gene", "MAPK1|DUSP6|1|activity|", VerdictKind.Undetermined, null, null)]
    [InlineData("gene", "MAP2K1|DUSP6|1|expression|", VerdictKind.Supported, Strength.Curated, "n2")]
    [InlineData("regulation", "MAPK1|DUSP6|1|11", VerdictKind.Supported, Strength.Curated, "n3")]
    [InlineData("regulation", "MAPK1|DUSP6|-1|11", VerdictKind.Disputed, Strength.Curated, "n3")]
    [InlineData("footprint", "MAPK|DUSP6|5.5|0.0001", VerdictKind.Supported, Strength.MeasuredElsewhere, "n3")]
    [InlineData("footprint", "MAPK|DUSP6|-5.5|0.0001", VerdictKind.Disputed, Strength.MeasuredElsewhere, "n3")]
    [InlineData("process", "MAPK1|GO:1|1|cell population proliferation|IDA", VerdictKind.Supported, Strength.Curated, "n3")]
    [InlineData("process", "MAPK1|GO:1|-1|cell population proliferation|IDA", VerdictKind.Disputed, Strength.Curated, "n3")]
    [InlineData("process", "MAPK1|GO:1|0|cell population proliferation|IDA", VerdictKind.Undetermined, null, null)]
    [InlineData("process", "MAP2K1|GO:1|1|cell population proliferation|IDA", VerdictKind.Supported, Strength.Curated, "n2")]
    [InlineData("carried", "MAP2K1|GO:1|1|ERK1 and ERK2 cascade|IDA", VerdictKind.Supported, Strength.Curated, "n2")]
    [InlineData("carried", "MAP2K1|GO:1|-1|ERK1 and ERK2 cascade|IDA", VerdictKind.Disputed, Strength.Curated, "n2")]
    [InlineData("signature", "Trametinib|DUSP6|-1", VerdictKind.Supported, Strength.MeasuredElsewhere, null)]
    [InlineData("signature", "Trametinib|DUSP6|1", VerdictKind.Disputed, Strength.MeasuredElsewhere, null)]
    [InlineData("kinase", "Trametinib|MAP2K1|Kd|12.5", VerdictKind.Supported, Strength.SameCompoundSameMolecule, null)]
    [InlineData("phosphorylation", "MAP2K1|MAPK1|1|11", VerdictKind.Supported, Strength.Curated, "n2")]
    [InlineData("phosphorylation", "MAP2K1|MAPK1|-1|11", VerdictKind.Disputed, Strength.Curated, "n2")]
    [InlineData("viability", "Trametinib|1|C32|6|2|5.9|6.1|5", VerdictKind.Supported, Strength.MeasuredHere, null)]
    [InlineData("viability", "Trametinib|1|C32|4.5|2|4|4.9|5", VerdictKind.Refuted, Strength.MeasuredHere, null)]
    [InlineData("viability", "Trametinib|1|C32|5.1|2|4.9|5.2|5", VerdictKind.Undetermined, Strength.MeasuredHere, null)]
    [InlineData("expressed", "MAP2K1|0.3", VerdictKind.Refuted, Strength.MeasuredHere, null)]
    [InlineData("expressed", "MAP2K1|0.5", VerdictKind.Undetermined, Strength.MeasuredHere, null)]
    [InlineData("expressed", "MAP2K1|40", VerdictKind.Undetermined, Strength.MeasuredHere, null)]
    [InlineData("exome", "BRAF|49", VerdictKind.Supported, Strength.MeasuredHere, null)]
    [InlineData("exome", "BRAF|", VerdictKind.Undetermined, null, null)]
    [InlineData("context", "BRAF|49", VerdictKind.Supported, Strength.MeasuredHere, null)]
    public async Task Verifier_FollowsItsTable(string which, string row, VerdictKind expected, Strength? strength, string? restsOn)
    {
        var verdict = await OnlyAsync(which, new SmallPack().With(Verifiers[which].File, row));
        Assert.Equal(expected, verdict.Kind);
        if (strength is not null) Assert.Equal(strength, verdict.Strength);
        Assert.Equal(restsOn, verdict.RestsOn?.Value);
        Assert.False(verdict.SameSource);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task SilentData_IsUndetermined_NeverAgainstTheClaim(string which) =>
        Assert.Equal(VerdictKind.Undetermined, (await OnlyAsync(which, new SmallPack())).Kind);

    [Theory]
    [MemberData(nameof(All))]
    public async Task MissingFile_IsNamed(string which)
    {
        var verdict = await OnlyAsync(which, new SmallPack().Without(Verifiers[which].File));
        Assert.Equal(VerdictKind.Undetermined, verdict.Kind);
        Assert.StartsWith($"{Verifiers[which].File} is missing.", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFile_LeavesTheVerifiersOtherSource()
    {
        var pack = new SmallPack().Without(PackFiles.ChemblMechanisms)
            .With(PackFiles.DrugCentralActions, "trametinib|MAP2K1|MEK1|INHIBITOR|9|=|IC50|1|IUPHAR|DRUG LABEL");
        Assert.Equal(VerdictKind.Supported, (await OnlyAsync("action", pack)).Kind);
    }

    [Theory]
    [InlineData("step", EvidenceSource.NciPid, "MAP2K1|MAPK1|1|activity|11")]
    [InlineData("binding", EvidenceSource.Chembl, "CHEMBL2103875|INHIBITOR|MAP2K1 inhibitor|T1|MAP2K1")]
    [InlineData("footprint", EvidenceSource.Progeny, "MAPK|DUSP6|5.5|0.0001")]
    [InlineData("process", EvidenceSource.GeneOntology, "MAPK1|GO:1|1|cell population proliferation|IDA")]
    [InlineData("viability", EvidenceSource.Nci60, "Trametinib|1|C32|6|2|5.9|6.1|5")]
    [InlineData("expressed", EvidenceSource.DepMap, "MAP2K1|0.3")]
    [InlineData("exome", EvidenceSource.Nci60, "BRAF|49")]
    [InlineData("regulation", EvidenceSource.Trrust, "MAPK1|DUSP6|1|11")]
    public async Task ClaimWrittenFromTheSameSource_DoesNotCount(string which, string source, string row)
    {
        var verdict = await OnlyAsync(which, new SmallPack().With(Verifiers[which].File, row), source);
        Assert.True(verdict is { SameSource: true, IsIndependent: false, Strength: Strength.SameSource });
    }

    [Fact]
    public async Task DrugCentralRowFromChembl_IsNoSecondOpinion()
    {
        var pack = new SmallPack().With(PackFiles.ChemblMechanisms, "CHEMBL2103875|AGONIST|x|T1|MAP2K1")
            .With(PackFiles.DrugCentralActions, "trametinib|MAP2K1|MEK1|AGONIST|9|=|IC50|1|CHEMBL|CHEMBL");
        Assert.Equal(1, await SourcesOfActionAsync(pack));
        pack.With(PackFiles.DrugCentralActions, "trametinib|MAP2K1|MEK1|AGONIST|9|=|IC50|1|IUPHAR|DRUG LABEL");
        Assert.Equal(2, await SourcesOfActionAsync(pack));
    }

    [Fact]
    public async Task Binding_SaysWhichOtherTargetsTheSourceHas_StrongestFirst()
    {
        var pack = new SmallPack().With(PackFiles.DrugCentralActions, "trametinib|MAP2K1|MEK1||9|=|IC50|0|IUPHAR|")
            .With(PackFiles.DrugCentralActions, "trametinib|KDR|VEGFR2||6|=|IC50|0|IUPHAR|")
            .With(PackFiles.DrugCentralActions, "trametinib|KIT|KIT||7.3|=|IC50|0|IUPHAR|")
            .With(PackFiles.DrugCentralActions, "trametinib|LCK|LCK||4|=|IC50|0|IUPHAR|");
        Assert.EndsWith(
            "It also has KIT (p7.3), KDR (p6), with -log10 of the molar affinity.", (await OnlyAsync("binding", pack)).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeakAffinity_IsNoTarget()
    {
        var pack = new SmallPack().With(PackFiles.DrugCentralActions, "trametinib|MAP2K1|MEK1||4.9|=|IC50|0|IUPHAR|");
        Assert.Equal(VerdictKind.Undetermined, (await OnlyAsync("binding", pack)).Kind);
    }

    public static TheoryData<string> All => [.. Verifiers.Keys];

    private static async Task<int> SourcesOfActionAsync(SmallPack pack) =>
        ClaimJudgement.From(
            (await pack.VerifyAsync(e => new DrugActionVerifier(e), Route)).Where(v => v.Claim.Action.Value == "n2")).Sources;

    private static async Task<Verdict> OnlyAsync(string which, SmallPack pack, string usedSource = "WikiPathways")
    {
        var (make, _, claim, member) = Verifiers[which];
        var verdicts = (await pack.VerifyAsync(make, Route, usedSource)).Where(v => v.Claim == new Claim(new(claim), member)).ToList();
        // Where several rest on one claim or another, the nearest comes first, and all say the same.
        Assert.Single(verdicts.Select(v => v.Kind).Distinct());
        Assert.Equal(verdicts.Count, verdicts.Select(v => (v.RestsOn, v.Rows.FirstOrDefault()?.Source)).Distinct().Count());
        return verdicts[0];
    }
}
