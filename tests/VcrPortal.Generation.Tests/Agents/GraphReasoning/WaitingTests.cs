using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning;

/// <summary>What waits for a signal has nothing to lose without it.</summary>
public class WaitingTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly ITraceGenerator Engine = GraphPipeline.Over(Pack);

    private static readonly KnowledgeBase Small = SmallKnowledge.From("A + P WP1", "A + K WP1", "P ~> PHENO:end WP1") with
    {
        Standbys = [new("A", ["K"], "DNA damage", ["irradiat"], "WP1")],
    };

    private static Effect Falls(string entity) => new(EffectKind.Activity, entity, -1);

    [Fact]
    public void Nothing_FollowsFromWhatWaits_ButWhatItDoesAnyway()
    {
        var result = SmallKnowledge.Propagate(Small, "A");
        Assert.Equal(["A", "K"], result.Reached.Keys.Select(e => e.Entity).Order());
        Assert.Equal("A", Assert.Single(result.Idle).Protein);
    }

    [Fact]
    public void SignalThatTheRecordGives_LetsItFollow()
    {
        var question = SmallKnowledge.Question(Small, "A");
        var irradiated = question with
        {
            Record = question.Record with { Contexts = [question.Record.Contexts[0] with { Description = "Irradiated with 4 Gy" }] },
        };
        var result = new Propagation(new SignedGraph(Small), irradiated).Run([Falls("A")]);
        Assert.Contains(Falls("P"), result.Reached.Keys);
        Assert.Empty(result.Idle);
    }

    [Fact]
    public void WhatWaitsAndRises_Acts() => Assert.Contains(
        new Effect(EffectKind.Activity, "P", 1),
        new Propagation(new SignedGraph(Small), SmallKnowledge.Question(Small, "A")).Run([new(EffectKind.Activity, "A", 1)]).Reached.Keys);

    /// <summary>Kinases of the response to damage: in cells whose DNA is whole nothing of p53 is lost, and none divides faster.</summary>
    [Theory]
    [InlineData("AZD1390"), InlineData("Elimusertib"), InlineData("AZD-7648")]
    public async Task InhibitorOfTheDamageResponse_TakesNothingFromP53_WhereNothingIsDamaged(string compound)
    {
        foreach (var line in Pack.CellLines.Where(l => !l.Alterations.Any(IsLossOfAKinase)))
        {
            var told = await GeneratedTrace.RunAsync(
                Engine, new PerturbationRecord([new(line.Name)], [new(PerturbationKind.Chemical, compound)]));
            Assert.DoesNotContain(told.Graph.Actions, a => a.Text("target") == "TP53" || a.Kind == ClaimKind.Expression);
            Assert.Empty(told.Actions("induces_phenotype"));
            Assert.All(told.Actions("alleviates_phenotype"), a => Assert.Equal("cell cycle checkpoint", a.Text("phenotype")));
            Assert.Contains("is called up by DNA damage", told.Report, StringComparison.Ordinal);
        }
    }

    private static bool IsLossOfAKinase(DriverAlteration alteration) =>
        alteration is { Gene: "ATM" or "ATR" or "PRKDC", Effect: AlterationEffect.LossOfFunction };

    [Fact]
    public async Task SameInhibitor_InIrradiatedCells_IsFollowedToP53()
    {
        var told = await GeneratedTrace.RunAsync(Engine, new PerturbationRecord(
            [new("A549", Description: "6 h after irradiation")], [new(PerturbationKind.Chemical, "AZD1390")]));
        Assert.Contains(told.Actions("modulates_molecule_activity"), a => a.Text("target") == "TP53" && a.Direction == Direction.Down);
    }

    [DataFact]
    public void EveryProteinThatWaits_IsDrawnBehindItsSignal() => Facts.None(Pack.Standbys.Where(s => !GpmlPathway.Load(s.PathwayId).Arrows
        .Any(a => a.From.Any(n => Names(s, n.Label)) && a.To.Any(n => Called(s).Contains(n.Label)))).Select(s => s.ToString()));

    private static bool Names(Standby standby, string label) =>
        label.Contains("DSB", StringComparison.Ordinal)
        || standby.Words.Any(word => label.Replace('-', ' ').Contains(word.Replace('-', ' '), StringComparison.OrdinalIgnoreCase));

    /// <summary>The protein, and what the pack has activate it: the signal comes to CHEK1 through ATR.</summary>
    private static IEnumerable<string> Called(Standby standby) => Pack.Relations
        .Where(r => r.Target == standby.Protein && r is { Sign: > 0, Kind: RelationKind.Activity }).Select(r => r.Source)
        .Append(standby.Protein);
}
