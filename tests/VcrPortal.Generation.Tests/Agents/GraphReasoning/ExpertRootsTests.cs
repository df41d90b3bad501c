using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning;

/// <summary>The kinds of falsehood that an expert found in 36 explanations, each held by a test of its kind and not of its
/// instance.</summary>
public class ExpertRootsTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly ITraceGenerator Engine = GraphPipeline.Over(Pack);

    private static Effect Activity(string entity, int sign) => new(EffectKind.Activity, entity, sign);

    private static Effect Rna(string gene, int sign) => new(EffectKind.Expression, gene, sign);

    private static DriverAlteration Lost(string gene) => new(gene, null, AlterationEffect.LossOfFunction, "Suppressor");

    private static DriverAlteration Gained(string gene, string? change = null) =>
        new(gene, change, AlterationEffect.GainOfFunction, "Oncogene");

    private static IEnumerable<string> Falling(GeneratedTrace trace) =>
        trace.Actions("modulates_molecule_activity").Where(a => a.Direction == Direction.Down).Select(a => a.Text("target")!);

    [Fact]
    public void WhateverLiesBelowADriver_IsHeld_WhicheverEdgeReachesIt()
    {
        var knowledge = SmallKnowledge.From("D + B WP1", "B + C WP1", "C + E WP1", "A + D WP1", "A + E WP1").With(Gained("D"));
        var result = SmallKnowledge.Propagate(knowledge, "A");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity is "D" or "B" or "C" or "E");
        Assert.Equal(["D", "E"], result.Blocked.Select(b => b.Edge.Target).Order());
    }

    [Fact]
    public void WhatLiesBelowADriverOnlyThroughTheTarget_Falls()
    {
        var knowledge = SmallKnowledge.From("D + A WP1", "A + B WP1", "B + C WP1").With(Gained("D"));
        Assert.Contains(Activity("C", -1), SmallKnowledge.Propagate(knowledge, "A").Reached.Keys);
    }

    [Fact]
    public async Task NothingOfRafMekAndErk_FallsFromAReceptor_WhereRasOrRafIsMutated()
    {
        string[] cascade = ["MAP2K1", "MAP2K2", "MAPK1", "MAPK3"];
        var lines = Pack.CellLines.Where(
            l => l.Alterations.Any(a => (a.Gene is "KRAS" or "NRAS" or "BRAF") && a.Effect == AlterationEffect.GainOfFunction)).ToList();
        Assert.NotEmpty(lines);
        foreach (var compound in (string[])["Ponatinib", "Sunitinib", "Pemigatinib", "Erlotinib", "Cabozantinib"])
            foreach (var line in lines)
            {
                var told = await GeneratedTrace.RunAsync(Engine, Record(compound, line.Name));
                Assert.Empty(Falling(told).Intersect(cascade));
            }
    }

    [Fact]
    public void WhatALostBrakeReleases_IsHeldAgainstItsOtherInputs_AndFallsWhenItIsHitItself()
    {
        var knowledge = SmallKnowledge.From("A + P WP1", "S - P WP1", "P + K WP1", "P => G WP1", "X => G WP1").With(Lost("S")) with
        {
            Brakes = [new("S", "P")]
        };
        Assert.DoesNotContain(SmallKnowledge.Propagate(knowledge, "A").Reached.Keys, e => e.Entity is "P" or "K");
        Assert.Contains(Activity("K", -1), SmallKnowledge.Propagate(knowledge, "P").Reached.Keys);
        Assert.DoesNotContain(Rna("G", -1), SmallKnowledge.Propagate(knowledge, "X").Reached.Keys);
    }

    [Fact]
    public async Task AktDoesNotFallFromAReceptor_WherePtenIsLost_AndFallsFromPi3K()
    {
        Assert.DoesNotContain("AKT1", Falling(await GeneratedTrace.RunAsync(Engine, Record("Pemigatinib", "RPMI-7951"))));
        Assert.DoesNotContain("AKT1", Falling(await GeneratedTrace.RunAsync(Engine, Record("Erdafitinib", "J82"))));
        Assert.Contains("AKT1", Falling(await GeneratedTrace.RunAsync(Engine, Record("GSK1059615", "C32"))));
    }

    [Theory]
    [InlineData("Palbociclib")]
    [InlineData("Ribociclib")]
    [InlineData("Abemaciclib")]
    public async Task CdkInhibitor_LowersNoProliferation_WhereRb1IsLost(string compound)
    {
        Assert.Empty((await GeneratedTrace.RunAsync(Engine, Record(compound, "J82"))).Actions("alleviates_phenotype"));
        Assert.NotEmpty((await GeneratedTrace.RunAsync(Engine, Record(compound, "A549"))).Actions("alleviates_phenotype"));
    }

    [Fact]
    public void PoolOfAProtein_IsReachedByWhatHitsTheProtein_AndNotByItsUpstreamRegulators()
    {
        var knowledge = SmallKnowledge.From("A - G WP1", "G - C WP1", "G - M WP1") with
        {
            Pools = [new("G", "C", "the complex", ["P"], "WP1")]
        };
        var reached = SmallKnowledge.Propagate(knowledge, "A").Reached.Keys;
        Assert.Contains(Activity("M", -1), reached);
        Assert.DoesNotContain(reached, e => e.Entity == "C");
        Assert.Contains(Activity("C", 1), SmallKnowledge.Propagate(knowledge, "G").Reached.Keys);
    }

    [Fact]
    public void NoRelation_MixesTheOutputsOfP38AndErk()
    {
        Assert.DoesNotContain(Pack.Relations, r => (r.Source is "MAPK1" or "MAPK3") && r.Target == "MAPKAPK2");
        Assert.DoesNotContain(Pack.Relations, r => r.Source == "MAPK14" && (r.Target is "JUN" or "MYC"));
    }

    [Fact]
    public void GeneThatIsAmplified_IsNotSaidToLoseItsRna() => Assert.DoesNotContain(
        Rna("G", -1), SmallKnowledge.Propagate(SmallKnowledge.From("A => G WP1").With(Gained("G", "GAIN")), "A").Reached.Keys);

    [Fact]
    public async Task ClassOfAMechanism_IsNoPhenotype()
    {
        var phenotypes = Pack.Phenotypes.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var compound in (string[])["Olaparib", "AZD-7648", "Panobinostat", "Bortezomib", "Decitabine", "4EGI-1"])
            Assert.All(
                (await GeneratedTrace.RunAsync(Engine, Record(compound, "A549"))).Graph.Actions.Where(a => a.Primitive!.IsTerminal),
                a => Assert.True(a.Text("phenotype") is not { } told || phenotypes.Contains(told), a.Text("phenotype")));
    }

    [Theory]
    [InlineData("Everolimus")]
    [InlineData("Rapamycin")]
    public async Task WhatActsInAComplexWithItsCarrier_BindsTheCarrierAlone(string compound) => Assert.Equal(
        ["FKBP1A"],
        (await GeneratedTrace.RunAsync(Engine, Record(compound, "A549"))).Actions("binds_to").Select(a => a.Text("target")));

    [Fact]
    public async Task TargetBehindAnother_IsNotBound_AndStillMovesAsTheSourceSays()
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record("Dimethyl fumarate", "BT-474"));
        Assert.Equal(["KEAP1"], told.Actions("binds_to").Select(a => a.Text("target")));
        Assert.Contains(
            told.Actions("modulates_molecule_activity"), a => a.Text("target") == "NFE2L2" && a.Direction == Direction.Up);
    }

    /// <summary>What a bench assay measures: pERK, pRB and the phosphates of FOXO3, each with its residues.</summary>
    [Theory]
    [InlineData("Trametinib", "C32", "MAPK1", "T185/Y187"), InlineData("Palbociclib", "A549", "RB1", "S780")]
    [InlineData("Ipatasertib", "A549", "FOXO3", "T32/S253")]
    public async Task StepOfAKinase_IsToldAsThePhosphorylationThatAnAssayMeasures(string compound, string line, string protein, string site)
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record(compound, line));
        Assert.Contains(
            told.Actions("post_translational_modification"),
            a => a.Text("protein") == protein && a.Text("site") == site && a.Direction == Direction.Down);
        Assert.Contains("Phosphorylation of **", told.Report, StringComparison.Ordinal);
    }

    /// <summary>BI-3406's row lists KRAS and SOS1; it binds SOS1 and keeps it from KRAS.</summary>
    [Fact]
    public async Task CompoundThatKeepsItsTargetFromAnother_BindsItsTargetAlone()
    {
        foreach (var line in Pack.CellLines)
        {
            var told = await GeneratedTrace.RunAsync(Engine, Record("BI-3406", line.Name));
            Assert.Equal(["SOS1"], told.Actions("binds_to").Select(a => a.Text("target")));
        }
    }

    [Fact]
    public async Task OnePhenotypeUnderTwoWords_IsToldOnce()
    {
        foreach (var compound in Pack.Compounds)
        {
            var told = (await GeneratedTrace.RunAsync(Engine, Record(compound.Name, "C32"))).Actions("alleviates_phenotype")
                .Select(a => a.Text("phenotype")).ToList();
            Assert.InRange(told.Count(p => p is "cell proliferation" or "cell survival and proliferation"), 0, 1);
            Assert.InRange(told.Count(p => p is "mRNA translation" or "protein synthesis"), 0, 1);
        }
    }

    [DataFact]
    public async Task ReviewedExceptions_HoldOverImportedCompounds()
    {
        var engine = GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync());
        foreach (var (compound, target) in ((string, string)[])[
            ("Perindopril", "STAT3"), ("Arbutin", "MYC"), ("Tranilast", "EGR1"), ("OTS514", "MAP3K8"), ("Lonafarnib", "KRAS")])
            Assert.DoesNotContain(
                (await GeneratedTrace.RunAsync(engine, Record(compound, "A549"))).Graph.Actions, a => a.Text("target") == target);
        var pentagastrin = await GeneratedTrace.RunAsync(engine, Record("Pentagastrin", "LS 180"));
        Assert.DoesNotContain("CCKBR", Falling(pentagastrin));
        var glue = await GeneratedTrace.RunAsync(engine, Record("Lenalidomide", "A549"));
        Assert.All(glue.Graph.Actions, a => Assert.Equal("binds_to", a.Name));
    }

    private static PerturbationRecord Record(string compound, string line) =>
        new([new(line)], [new(PerturbationKind.Chemical, compound)]);
}
