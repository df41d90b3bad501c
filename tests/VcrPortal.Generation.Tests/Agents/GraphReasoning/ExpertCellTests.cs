using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning;

/// <summary>Kinds of falsehood that an expert found and that lie in the cell: what it has, what it has lost, and how its changes are
/// counted; and what only acts together with its carrier.</summary>
public class ExpertCellTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    private static DriverAlteration Lost(string gene) => new(gene, null, AlterationEffect.LossOfFunction, "Suppressor");

    private static PerturbationRecord Record(string compound, string line) =>
        new([new(line)], [new(PerturbationKind.Chemical, compound)]);

    private static async Task<GeneratedTrace> Installed(string compound, string line) =>
        await GeneratedTrace.RunAsync(GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync()), Record(compound, line));

    private static IEnumerable<string> Falling(GeneratedTrace trace) =>
        trace.Actions("modulates_molecule_activity").Where(a => a.Direction == Direction.Down).Select(a => a.Text("target")!);

    [DataTheory]
    [InlineData("RMC-6236", "PPIA", "KRAS"), InlineData("Temsirolimus", "FKBP1A", "MTOR"), InlineData("Cyclosporin A", "PPIA", "PPP3CA")]
    public async Task WhatOnlyTheCarriersComplexBinds_IsNotBound_AndFalls(string compound, string carrier, string target)
    {
        var told = await Installed(compound, "A549");
        Assert.Equal([carrier], told.Actions("binds_to").Select(a => a.Text("target")));
        Assert.Contains(target, Falling(told));
        Assert.Contains($"{carrier} carries it to", told.Report, StringComparison.Ordinal);
    }

    [DataTheory]
    [InlineData("AN3 CA", "FGFR2 N549K GoF", "N321K"), InlineData("AN3 CA", "FGFR2 K310R GoF", "K82R")]
    [InlineData("J82", "FGFR3 K650E GoF", "K651E"), InlineData("SW48", "EGFR G719S GoF", "G674S")]
    public async Task ResidueOfADriver_IsCountedAsTheLinesOwnVariantIs(string line, string expected, string elsewhere)
    {
        var genotype = (await Installed("Erdafitinib", line)).Graph.Context!.Text("genotype")!;
        Assert.Contains(expected, genotype, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, genotype, StringComparison.Ordinal);
    }

    [DataFact]
    public async Task RecurrentLossOfABrake_IsUsed_ThoughTheDriverTableHasItNot()
    {
        var told = await Installed("Dimethyl fumarate", "A549");
        Assert.Contains("KEAP1 G333C LoF", told.Graph.Context!.Text("genotype"), StringComparison.Ordinal);
        Assert.Contains("KEAP1 G333C LoF (likely)", told.Report, StringComparison.Ordinal);
        Assert.DoesNotContain(told.Actions("modulates_molecule_activity"), a => a.Text("target") == "NFE2L2");
    }

    /// <summary>A likely loss of other genes says nothing, and a variant that does not recur may be a passenger.</summary>
    [DataFact]
    public async Task LikelyLosses_AreOfBrakesOnly()
    {
        var brakes = Pack.Brakes.Select(b => b.Gene).ToHashSet(StringComparer.Ordinal);
        var likely = (await ReferenceKnowledge.InstalledAsync()).Base.CellLines.SelectMany(l => l.Alterations).Where(a => a.IsLikely)
            .ToList();
        Assert.Contains(likely, a => a is { Gene: "KEAP1", Change: "G333C" });
        Assert.All(likely, a => Assert.Contains(a.Gene, brakes));
    }

    /// <summary>Where no table has the transcripts of a target, the explanation says what it supposes, and the check that it cannot
    /// tell.</summary>
    [DataFact]
    public async Task TargetOfWhichNoTranscriptIsKnown_IsSupposed_AndNotAsserted()
    {
        var told = await Installed("Sivelestat", "HS-578T");
        Assert.Contains("It supposes that ELANE is expressed here.", told.Report, StringComparison.Ordinal);
        var verdict = Assert.Single(told.Verdicts, v => v.Verifier == ExpressedVerifier.VerifierName);
        Assert.Contains("holds only where it is expressed", verdict.Reason, StringComparison.Ordinal);
    }

    /// <summary>AR, ESR1 and BCL2 are absent from most lines, and these two were not sequenced: what is told there is a
    /// supposition.</summary>
    [Theory]
    [InlineData("Bicalutamide", "SW480", "AR"), InlineData("Fulvestrant", "SW480", "ESR1"), InlineData("Venetoclax", "HepG2/C3A", "BCL2")]
    public async Task TargetThatMostLinesLack_IsASuppositionOfTheContext_WhereTheLineIsNotKnown(string compound, string line, string target)
    {
        var told = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Record(compound, line));
        Assert.Equal(target, Assert.Single(Suppositions.For(told.Graph, told.Verdicts)));
        Assert.EndsWith($"supposed: {target} expressed", told.Graph.Context!.Text("extras"), StringComparison.Ordinal);
    }

    /// <summary>MEK is everywhere, and in BT-474 the receptors are measured.</summary>
    [Theory]
    [InlineData("Binimetinib", "SW480"), InlineData("Fulvestrant", "BT-474"), InlineData("Tofacitinib", "SW480")]
    public async Task TargetThatMostLinesHave_OrThatIsMeasuredHere_IsNotSupposed(string compound, string line)
    {
        var told = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Record(compound, line));
        Assert.Empty(Suppositions.For(told.Graph, told.Verdicts));
        Assert.DoesNotContain("supposed", told.Graph.Context!.Text("extras"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryExplanationOfACompound_SaysThatItSupposesItsTargets()
    {
        foreach (var compound in Pack.Compounds)
        {
            var told = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Record(compound.Name, "C32"));
            if (told.Actions("modulates_molecule_activity").Any())
                Assert.Contains("It supposes that", told.Report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ComplexWithoutOneOfItsParts_PassesNothingOn()
    {
        var knowledge = SmallKnowledge.From("G - C WP1", "P + X WP1") with { Pools = [new("G", "C", "the complex", ["P"], "WP1")] };
        Assert.Contains(new Effect(EffectKind.Activity, "C", 1), SmallKnowledge.Propagate(knowledge, "G").Reached.Keys);
        var result = SmallKnowledge.Propagate(knowledge.With(Lost("P")), "G");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity == "C");
        Assert.Equal("P", Assert.Single(result.Blocked).Alteration.Gene);
    }

    [Theory]
    [InlineData("LY2090314", "COLO 205"), InlineData("LY2090314", "A-427")] // APC lost; CTNNB1 T41A
    public async Task BetaCateninDoesNotRise_WhereItHasEscapedItsBrake(string compound, string line)
    {
        Assert.DoesNotContain(Rising(await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Record(compound, line))), t => t == "CTNNB1");
        Assert.Contains("CTNNB1", Rising(await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Record(compound, "A549"))));
    }

    [Fact]
    public void AmplifiedGene_StillRises_WhenItsBrakeFalls() => Assert.Contains(
        new Effect(EffectKind.Activity, "M", 1), SmallKnowledge.Propagate(
            SmallKnowledge.From("G - M WP1").With(new DriverAlteration("M", "GAIN", AlterationEffect.GainOfFunction, "Oncogene")), "G")
            .Reached.Keys);

    /// <summary>RAF dimers keep signalling in a cell without BRAF V600, whatever else the compound hits.</summary>
    [DataFact]
    public async Task RafOfACompoundWithOtherTargets_IsNotFollowed_WhereBrafHasNoV600()
    {
        Assert.Empty(Falling(await Installed("Regorafenib", "SHP-77")).Intersect(["BRAF", "RAF1", "MAP2K1", "MAPK1", "MAPK3"]));
        Assert.Contains("MAPK1", Falling(await Installed("Regorafenib", "C32")));
    }

    private static IEnumerable<string> Rising(GeneratedTrace trace) =>
        trace.Actions("modulates_molecule_activity").Where(a => a.Direction == Direction.Up).Select(a => a.Text("target")!);
}
