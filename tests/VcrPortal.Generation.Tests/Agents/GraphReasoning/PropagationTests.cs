using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning;

public class PropagationTests
{
    private static Effect Activity(string entity, int sign) => new(EffectKind.Activity, entity, sign);

    [Fact]
    public void Sign_AlongAnInhibition_TurnsRound()
    {
        var result = SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "B - C WP1"), "A");
        Assert.Contains(Activity("B", -1), result.Reached.Keys);
        Assert.Contains(Activity("C", 1), result.Reached.Keys);
    }

    /// <summary>What is told where two ways are equally good goes by this order, so it must be the same in each process.</summary>
    [Fact]
    public void WhatIsReached_StandsInTheOrderOfItsCost()
    {
        var rows = Enumerable.Range(0, 40).SelectMany(i => new[] { $"A + B{i} WP1", $"B{i} + C{i} WP1" }).ToArray();
        var reached = SmallKnowledge.Propagate(SmallKnowledge.From(rows), "A").Reached.Values.ToList();
        Assert.Equal(81, reached.Count);
        Assert.Equal(
            reached.OrderBy(r => r.Cost).ThenBy(r => r.Effect.Entity, StringComparer.Ordinal).Select(r => r.Effect),
            reached.Select(r => r.Effect));
    }

    [Fact]
    public void TwoPathsOfOneLength_ThatDisagree_AssertNothing()
    {
        var result = SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "A + C WP1", "B + D WP1", "C - D WP1", "D + E WP1"), "A");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity is "D" or "E");
        Assert.Contains(result.Conflicts, c => c.Entity == "D");
    }

    [Fact]
    public void TwoRowsOfOnePair_ThatDisagree_AssertNothing()
    {
        var result = SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "A - B WP2"), "A");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity == "B");
        Assert.Contains(result.Conflicts, c => c.Entity == "B");
    }

    [Fact]
    public void Path_ThatChangesPathwayOnOneSource_EndsAfterThreeSteps()
    {
        var result = SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "B + C WP2", "C + D WP3", "D + E WP4"), "A");
        Assert.Contains(Activity("D", -1), result.Reached.Keys);
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity == "E");
    }

    [Fact]
    public void Path_InsideOnePathway_GoesOnForEightSteps()
    {
        var result = SmallKnowledge.Propagate(
            SmallKnowledge.From(
            "A + B WP1", "B + C WP1", "C + D WP1", "D + E WP1", "E + F WP1", "F + G WP1", "G + H WP1", "H + I WP1", "I + J WP1"), "A");
        Assert.Contains(Activity("I", -1), result.Reached.Keys);
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity == "J");
    }

    [Fact]
    public void Path_IntoALostGene_EndsAndSaysSo()
    {
        var knowledge = SmallKnowledge.From("A + B WP1", "B + C WP1")
            .With(new DriverAlteration("B", null, AlterationEffect.LossOfFunction, "Suppressor"));
        var result = SmallKnowledge.Propagate(knowledge, "A");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity is "B" or "C");
        Assert.Contains(result.Blocked, b => b.Alteration.Gene == "B");
    }

    [Fact]
    public void Fall_OfAGeneHeldActiveByMutation_IsNotFollowed()
    {
        var knowledge = SmallKnowledge.From("A + B WP1", "B + C WP1")
            .With(new DriverAlteration("B", "V600E", AlterationEffect.GainOfFunction, "Oncogene"));
        Assert.DoesNotContain(SmallKnowledge.Propagate(knowledge, "A").Reached.Keys, e => e.Entity is "B" or "C");
        Assert.Contains(Activity("C", -1), SmallKnowledge.Propagate(knowledge, "B").Reached.Keys);
    }

    [Fact]
    public void Fall_OfWhatAMutationHoldsThroughAnotherInput_IsNotFollowed()
    {
        var knowledge = SmallKnowledge.From("A + B WP1", "M + B WP1", "B + C WP1")
            .With(new DriverAlteration("M", "V600E", AlterationEffect.GainOfFunction, "Oncogene"));
        var result = SmallKnowledge.Propagate(knowledge, "A");
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity is "B" or "C");
        Assert.Contains(result.Blocked, b => b.Alteration.Gene == "M" && b.Edge.Target == "B");
        Assert.Contains(Activity("C", -1), SmallKnowledge.Propagate(knowledge, "B").Reached.Keys);
    }

    [Fact]
    public void Subunit_ChangesItsComplex_ButOneMemberDoesNotChangeItsFamily()
    {
        var knowledge = SmallKnowledge.From("FPLX:K + X WP1", "FPLX:F + Y WP1", "A + A2 WP9")
            .WithGroup("FPLX:K", GroupKind.Complex, "A", "Q", "R").WithGroup("FPLX:F", GroupKind.Family, "A", "S", "T");
        var result = SmallKnowledge.Propagate(knowledge, "A");
        Assert.Contains(Activity("X", -1), result.Reached.Keys);
        Assert.DoesNotContain(result.Reached.Keys, e => e.Entity == "Y");
        Assert.Contains(Activity("Y", -1), SmallKnowledge.Propagate(knowledge, "A", "S").Reached.Keys);
    }

    [Fact]
    public void Feedback_OnTheTarget_IsNotFollowed()
    {
        var result = SmallKnowledge.Propagate(SmallKnowledge.From("A + B WP1", "B - A WP1", "A ~> PHENO:growth WP1"), "A");
        Assert.Contains(Activity("A", -1), result.Reached.Keys);
        Assert.DoesNotContain(Activity("A", 1), result.Reached.Keys);
    }
}
