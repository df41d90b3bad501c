using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning;

/// <summary>How a compound acts, beyond up and down: it traps, it has broken down, it blocks what breaks down.</summary>
public class ModesOfActionTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly ITraceGenerator Engine = GraphPipeline.Over(Pack);

    private static PerturbationRecord Record(string compound, string line) =>
        new([new(line)], [new(PerturbationKind.Chemical, compound)]);

    [Fact]
    public async Task Poison_HoldsItsEnzymeOnDna_BetweenTheBindingAndTheActivityThatIsLost() =>
        TrapsOnDna(await GeneratedTrace.RunAsync(Engine, Record("Doxorubicin", "A549")), "Doxorubicin", "TOP2A");

    [DataTheory]
    [InlineData("Topotecan", "TOP1"), InlineData("Irinotecan", "TOP1"), InlineData("Epirubicin", "TOP2A")]
    public async Task PoisonThatIsImported_TrapsToo(string compound, string enzyme) => TrapsOnDna(
        await GeneratedTrace.RunAsync(GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync()), Record(compound, "A549")), compound,
        enzyme);

    private static void TrapsOnDna(GeneratedTrace told, string compound, string enzyme)
    {
        var held = Assert.Single(told.Actions("modulates_complex"), a => a.Text("complex") == $"{enzyme}-DNA cleavage complex");
        Assert.Equal((Direction.Up, $"{compound} traps {enzyme} on DNA"), (held.Direction!.Value, held.Text("via")));
        var lost = told.Actions("modulates_molecule_activity").Single(a => a.Text("target") == enzyme);
        var bound = told.Actions("binds_to").Single(a => a.Text("target") == enzyme);
        Assert.Contains(told.Graph.Edges, e => e.Source == bound.Id && e.Target == held.Id);
        Assert.Equal(held.Id, Assert.Single(told.Graph.Edges, e => e.Target == lost.Id).Source);
        Assert.Contains($"{compound} traps {enzyme} on DNA: the **{enzyme}-DNA cleavage complex**", told.Report, StringComparison.Ordinal);
        Assert.Contains("a poison of topoisomerase", told.Report, StringComparison.Ordinal);
    }

    /// <summary>The sources' word on the compound still reaches the activity, through the complex that it holds.</summary>
    [Fact]
    public async Task ActivityBehindATrap_IsStillTheDrugsOwnAct()
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record("Doxorubicin", "A549"));
        var lost = told.Actions("modulates_molecule_activity").Single(a => a.Text("target") == "TOP2A").Id!.Value;
        Assert.Contains(told.Verdicts, v => v is { Kind: VerdictKind.Supported, Verifier: "Drug action" } && v.Claim == new Claim(lost));
        Assert.True(PublicationRule.IsDrugAction(told.Graph, told.Graph.Find(lost)!, lost));
    }

    [Fact]
    public async Task Degrader_HasItsTargetBrokenDown_AndAnIndependentSourceSaysSoToo()
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record("Fulvestrant", "BT-474"));
        var gone = Assert.Single(told.Actions("degrades_or_stabilises"));
        Assert.Equal(("ESR1", Direction.Down), (gone.Text("target"), gone.Direction!.Value));
        Assert.DoesNotContain(told.Actions("modulates_molecule_activity"), a => a.Text("target") == "ESR1");
        Assert.Contains("**ESR1** [", told.Report, StringComparison.Ordinal);
        Assert.Contains("expected to be degraded", told.Report, StringComparison.Ordinal);
        Assert.Contains(told.Verdicts, v => v.Kind == VerdictKind.Supported && v.Claim == new Claim(gone.Id!.Value));
    }

    [Theory]
    [InlineData("Bortezomib"), InlineData("Ixazomib")]
    public async Task ProteasomeInhibitor_CausesProteotoxicStress_AndTheHeatShockResponse(string compound)
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record(compound, "A549"));
        Assert.Equal("proteotoxic stress", Assert.Single(told.Actions("induces_phenotype")).Text("phenotype"));
        Assert.Contains(
            told.Actions("modulates_molecule_activity"), a => a.Text("target") == "HSF1" && a.Direction == Direction.Up);
        Assert.Contains(
            told.Actions("regulates_expression"), a => a.Direction == Direction.Up && a["gene_list"]!.Texts.Contains("HSPA1A"));
    }

    /// <summary>IkappaB alpha is kept in some cells, and lost in others: both papers are named, and NF-kappaB is not told.</summary>
    [Fact]
    public async Task WhatPapersDisagreeOn_IsNamedWithBoth_AndNotTold()
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record("Bortezomib", "A549"));
        Assert.DoesNotContain(told.Graph.Actions, a => a.Text("target") is "NFKBIA" or "NFKB1" or "RELA");
        Assert.Contains("The sources disagree on NFKBIA", told.Report, StringComparison.Ordinal);
        Assert.Contains("Blood 114:1046", told.Report, StringComparison.Ordinal);
    }

    /// <summary>APC is lost in SW480, CTNNB1 has lost its degron in A-427; in KATO III there is only more of it, which is broken
    /// down.</summary>
    [Theory]
    [InlineData("SW480", false), InlineData("A-427", false), InlineData("KATO III", true), InlineData("A549", true)]
    public async Task BreakdownOfAProtein_IsNotLost_WhereItHasEscapedIt(string line, bool isTold)
    {
        var told = await GeneratedTrace.RunAsync(Engine, Record("Bortezomib", line));
        Assert.Equal(isTold, told.Actions("alleviates_phenotype").Any(a => a.Text("phenotype") == "beta-catenin degradation"));
        Assert.Equal(!isTold, told.Report.Contains("lets CTNNB1 escape its break-down", StringComparison.Ordinal));
    }
}
