using VcrPortal.Generation.IndependentEvidence;

namespace VcrPortal.Generation.Tests.IndependentEvidence;

public class EvidencePackTests
{
    private static readonly LoadedEvidence Loaded = EvidencePack.Embedded;
    private static readonly EvidencePack Pack = Loaded.Pack;

    [Fact]
    public void Embedded_HasEveryFileAndNoProblem()
    {
        Assert.Empty(Loaded.Problems);
        Assert.Equal(15, Pack.Sources.Length);
        Assert.All(Pack.Sources, source => Assert.NotEmpty(source.Attribution));
    }

    [Fact]
    public void ShareAlikeSources_AreChemblDrugCentralAndTrrust_AndNoOther() => Assert.Equal(
        [PackFiles.ChemblMechanisms, PackFiles.DrugCentralActions, PackFiles.TrrustRegulation],
        Pack.Sources.Where(s => s.IsShareAlike).Select(s => s.File).Order(StringComparer.Ordinal));

    [Fact]
    public void Steps_OfAPair_CarrySignKindAndPapers()
    {
        var edges = Pack.Steps.Between("TP53", "CDKN1A");
        Assert.Contains(edges, e => e is { Sign: 1, Kind: StepKind.Expression } && !e.PubMed.IsEmpty);
        Assert.All(edges, e => Assert.Contains(e, Pack.Steps.From("TP53")));
        Assert.All(edges, e => Assert.Contains(e, Pack.Steps.Into("CDKN1A")));
        Assert.Empty(Pack.Steps.Between("TP53", "NO-SUCH-GENE"));
    }

    [Fact]
    public void Regulation_IsOfExpression_AndHasNoRowWithoutASign()
    {
        Assert.Contains(Pack.Regulation.Between("TP53", "CDKN1A"), e => e is { Sign: 1, Kind: StepKind.Expression } && !e.PubMed.IsEmpty);
        Assert.DoesNotContain(Pack.Regulation.All, e => e.Sign == 0 || e.Kind != StepKind.Expression);
    }

    /// <summary>Newer than the tables of names in the data, so their ids are looked up by name.</summary>
    [Theory]
    [InlineData("Adagrasib", "KRAS", "INHIBITOR"), InlineData("Darolutamide", "AR", "ANTAGONIST")]
    [InlineData("Belzutifan", "EPAS1", "INHIBITOR")]
    public void Mechanisms_OfNewerDrugs_AreFound(string compound, string gene, string action) =>
        Assert.Contains(Pack.Drugs.MechanismsOf(compound), m => m.Genes.Contains(gene) && m.Action == action);

    /// <summary>Five papers have AKT1 inhibit FOXO3, and one has it otherwise; TP53 and BBC3 have the same papers on both sides.</summary>
    [Fact]
    public void Steps_ThatFewPapersDrawAgainstMany_AreOutweighed_AndOthersAreNot()
    {
        Assert.Equal([-1, 1], Pack.Steps.Between("AKT1", "FOXO3").Select(e => e.Sign).Distinct().Order());
        Assert.Equal([-1], Pack.Steps.Weighed("AKT1", "FOXO3").Select(e => e.Sign).Distinct());
        Assert.Equal([-1, 1], Pack.Steps.Weighed("TP53", "BBC3").Select(e => e.Sign).Distinct().Order());
    }

    /// <summary>The row is about what is added to the protein, or another source says otherwise (nci-pid-exceptions).</summary>
    [Theory]
    [InlineData("FOXO3", "BCL2L11", 1), InlineData("E2F1", "CCNE1", 1), InlineData("GSK3B", "CTNNB1", 0)]
    [InlineData("AR", "KLK3", 1)]
    public void Steps_OfAReviewedException_AreLeftOut_AndTheOtherSignStays(string source, string target, int sign) => Assert.Equal(
        sign == 0 ? [] : [sign], Pack.Steps.Between(source, target).Select(e => e.Sign).Distinct());

    [Fact]
    public void Processes_OfAReviewedException_AreLeftOut()
    {
        Assert.DoesNotContain(Pack.Processes.ControlsBy("EIF4EBP1"), c => c.Process == "translational initiation");
        Assert.Contains(Pack.Processes.AnnotationsOf("EIF4EBP1"), a => a is { Sign: -1, Process: "translational initiation" });
    }

    /// <summary>Measured with a Kd, with what is left at 10 µM, and not at all.</summary>
    [Theory]
    [InlineData("Fedratinib", "RET", "Kd"), InlineData("Infigratinib", "FGFR1", "control left"), InlineData("Trametinib", "ESR1", null)]
    public void KinaseBindings_SayHowTheyWereMeasured(string compound, string gene, string? what) => Assert.Equal(
        what is not null, Pack.Drugs.BindingsOf(compound, gene).Any(b => b.What == what && b.Value >= 0));

    [Fact]
    public void Signatures_OfAMekInhibitor_LowerDusp6InOtherCells() =>
        Assert.Contains(Pack.Drugs.SignaturesOf("Trametinib", "DUSP6"), s => s.Sign == -1);

    [Fact]
    public void MechanismOnAFamily_NamesItsMembers() =>
        Assert.Contains(Pack.Drugs.MechanismsOf("AT7519"), m => m.Genes.Contains("CDK2") && m.Genes.Contains("CDK9"));

    [Theory]
    [InlineData("Trametinib"), InlineData("trametinib (DMSO_TF solvate)"), InlineData("PUBCHEM.COMPOUND:11707110"),
        InlineData("GSK1120212")]
    [InlineData("CHEMBL2103875")]
    public void Drugs_AskedForByAnyName_AreFound(string name)
    {
        var actions = Pack.Drugs.ActionsOf(name);
        Assert.Contains(actions, a => a is { Action: "INHIBITOR", IsMechanism: true, PAct: > 8 } && a.Genes.Contains("MAP2K1"));
        Assert.Contains(Pack.Drugs.MechanismsOf(name), m => m is { Action: "INHIBITOR", Genes.IsEmpty: true });
    }

    [Theory]
    [InlineData("Dexamethasone", "NR3C1", "AGONIST"), InlineData("Fulvestrant", "ESR1", "ANTAGONIST")]
    [InlineData("Rapamycin", "FKBP1A", null)]
    public void Drugs_OfATarget_SayWhatTheyDo(string compound, string gene, string? action) =>
        Assert.Contains(Pack.Drugs.ActionsOf(compound), a => a.Genes.Contains(gene) && (action is null || a.Action == action));

    /// <summary>Names tables put an isomer, a salt's other half and another drug of one mixture under one id.</summary>
    [Theory]
    [InlineData("(S)-Crizotinib"), InlineData("8-Hydroxyquinoline"), InlineData("Sodium")]
    [InlineData("Estrone sulfate (potassium)")]
    public void Drugs_ThatOnlyAMixedGroupNames_AreNotFoundUnderAnothersName(string compound)
    {
        Assert.Empty(Pack.Drugs.ActionsOf(compound));
        Assert.Empty(Pack.Drugs.MechanismsOf(compound));
    }

    [Fact]
    public void Footprint_OfMapk_RaisesDusp6()
    {
        Assert.True(Pack.Footprints.Find("MAPK", "DUSP6") is { Weight: > 0, PValue: < 0.001 });
        Assert.Contains(Pack.Footprints.OfGene("DUSP6"), w => w.Pathway == "MAPK");
        Assert.Equal(14, Pack.Footprints.Pathways.Length);
        Assert.Null(Pack.Footprints.Find("MAPK", "NO-SUCH-GENE"));
    }

    [Fact]
    public void Processes_AreSignedByTheirTerm_AndNeverInferredElectronically()
    {
        Assert.Contains(Pack.Processes.AnnotationsOf("BCL2"), a => a is { Sign: -1, Process: "apoptotic process" });
        Assert.DoesNotContain(Pack.Processes.AllAnnotations, a => a.EvidenceCode == "IEA");
        Assert.All(Pack.Processes.AllAnnotations, a => Assert.DoesNotContain("tive regulation of ", a.Process, StringComparison.Ordinal));
        Assert.NotEmpty(Pack.Processes.ControlsBy("TP53"));
    }

    [Theory]
    [InlineData("A549"), InlineData("CVCL_0023"), InlineData("CVCL:0023"), InlineData("ACH-000681")]
    public void Lines_AskedForByNameOrId_AreFound(string line)
    {
        Assert.Equal(100, Pack.Lines.Exome("KRAS", line)?.Percent);
        Assert.True(Pack.Lines.Expression("ESR1", line)?.IsExpressed is false);
    }

    [Fact]
    public void Exome_OfALineWithoutACall_IsAReadingWithoutAPercentage_AndOfAnotherLineNone()
    {
        Assert.True(Pack.Lines.Exome("BRAF", "A549") is { Percent: null });
        Assert.Null(Pack.Lines.Exome("BRAF", "C32"));
    }

    [Fact]
    public void Expression_BetweenTheThresholds_SaysNothing()
    {
        Assert.Null(new BaselineExpression("AR", "A549", 1.5).IsExpressed);
        Assert.True(new BaselineExpression("AR", "A549", BaselineExpression.ExpressedFrom).IsExpressed);
        Assert.False(new BaselineExpression("AR", "A549", 0.49).IsExpressed);
        Assert.True(Pack.Lines.Expression("ESR1", "BT-474")?.IsExpressed);
    }

    [Fact]
    public void Growth_OfACompoundInALine_IsMeasuredInThatLine()
    {
        var growth = Assert.Single(Pack.Lines.Growth("Volasertib", "SW620"));
        Assert.True(growth.PGi50 > growth.PanelMedian && growth.Lowest <= growth.PGi50 && growth.PGi50 <= growth.Highest);
        Assert.Equal(Math.Pow(10, 6 - growth.PGi50), growth.Gi50Micromolar);
        Assert.Empty(Pack.Lines.Growth("Volasertib", "C32"));
    }
}
