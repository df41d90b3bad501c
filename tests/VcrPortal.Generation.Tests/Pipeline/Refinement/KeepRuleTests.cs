using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Pipeline.Refinement;

/// <summary>What keeps an edit, and what would be cheating.</summary>
public class KeepRuleTests
{
    private static readonly Standing Before = new(Refuted: 2, Disputed: 1, Supported: 5, Judged: 8, Faults: 1);

    [Fact]
    public void FewerRefuted_IsKept() => Assert.True(Decide(Before with { Refuted = 1, Supported = 6 }).IsKept);

    [Fact]
    public void FewerDisputed_IsKept_WhereAsManyAreRefuted() => Assert.True(Decide(Before with { Disputed = 0, Supported = 6 }).IsKept);

    [Fact]
    public void FewerDisputed_IsNotKept_WhereNothingMoreIsSupported() => Assert.Equal(
        "Disputed claims would fall from 1 to 0, but nothing more would be supported.",
        Decide(Before with { Disputed = 0, Judged = 7 }, withdrawn: 1).Reason);

    [Fact]
    public void FewerFaults_AreKept_WhereTheRestIsAsItWas() => Assert.True(Decide(Before with { Faults = 0 }).IsKept);

    [Fact]
    public void LostSupport_IsNeverKept() => Assert.Equal("Supported claims would fall from 5 to 4.",
        Decide(Before with { Refuted = 0, Supported = 4 }).Reason);

    [Fact]
    public void FewerJudged_IsNotKept_UnlessTheEditWithdrewThem()
    {
        var after = Before with { Refuted = 1, Judged = 7 };
        Assert.Equal("Fewer claims could be judged: 7 instead of 8.", Decide(after).Reason);
        Assert.True(Decide(after, withdrawn: 1).IsKept);
    }

    [Fact]
    public void MoreRefuted_IsNotKept_WhateverElseIsBetter() =>
        Assert.False(Decide(Before with { Refuted = 3, Disputed = 0, Supported = 9, Judged = 12, Faults = 0 }).IsKept);

    [Fact]
    public void NothingBetter_IsNotKept() => Assert.Equal("It betters nothing that a check can see.", Decide(Before).Reason);

    /// <summary>The reason stands beside the numbers, so it says which of them moved.</summary>
    [Fact]
    public void MoreSupportedAlone_IsNotKept_AndTheReasonSaysThatItRose() => Assert.Equal(
        "Supported claims would rise from 5 to 6, but none fewer would be contradicted, disputed or at fault in its form, and saying more "
        + "is no repair.", Decide(Before with { Supported = 6, Judged = 9 }).Reason);

    [Fact]
    public void FewerJudgedThanWithdrawn_SaysBothNumbers() => Assert.Equal(
        "Fewer claims could be judged: 6 instead of 8, and the edit withdraws only 1 of them.",
        Decide(Before with { Refuted = 1, Judged = 6 }, withdrawn: 1).Reason);

    [Fact]
    public void ExplanationThatContradictsItself_IsNotKept_WhateverElseIsBetter() => Assert.Equal(
        "The explanation would contradict itself: claims that say the opposite of another would rise from 0 to 2.",
        Decide(Before with { Refuted = 0, Supported = 7, Opposed = 2 }).Reason);

    [Fact]
    public void ContradictionThatWasThere_StopsNoEdit() =>
        Assert.True(KeepRule.Decide(Before with { Opposed = 2 }, Before with { Refuted = 1, Supported = 6, Opposed = 2 }, 0).IsKept);

    [Theory]
    [InlineData(VerdictKind.Refuted, JudgementKind.Supported, JudgementKind.Refuted,
        "TYR in n4 would be contradicted, which is supported now.")]
    [InlineData(VerdictKind.Refuted, JudgementKind.Supported, JudgementKind.Disputed,
        "TYR in n4 would be disputed, which is supported now.")]
    [InlineData(VerdictKind.Refuted, JudgementKind.Disputed, JudgementKind.Refuted,
        "TYR in n4 would be contradicted, which is only disputed now.")]
    [InlineData(VerdictKind.Disputed, JudgementKind.Undetermined, JudgementKind.Refuted,
        "TYR in n4 would be contradicted, which nothing speaks against now.")]
    [InlineData(VerdictKind.Disputed, null, JudgementKind.Disputed, "TYR in n4 would be disputed, which nothing speaks against now.")]
    [InlineData(null, JudgementKind.Undetermined, JudgementKind.Disputed,
        "TYR in n4 would be disputed, which nothing speaks against now.")]
    public void AnotherClaimThatTakesTheBlame_IsNotKept(VerdictKind? driver, JudgementKind? was, JudgementKind isNow, string reason)
    {
        var decision = KeepRule.Decide(Before, Better, 0, driver, [new(new Claim(new NodeId("n4"), "TYR"), was, isNow)]);
        Assert.Equal((false, reason), (decision.IsKept, decision.Reason));
    }

    /// <summary>A measurement that is obeyed may set a claim against a curated table, which is the weaker of the two.</summary>
    [Theory]
    [InlineData(VerdictKind.Refuted, JudgementKind.Undetermined, JudgementKind.Disputed)]
    [InlineData(VerdictKind.Refuted, JudgementKind.Refuted, JudgementKind.Disputed)]
    [InlineData(VerdictKind.Disputed, JudgementKind.Disputed, JudgementKind.Supported)]
    public void WeakerEvidenceAgainstIt_StopsNoEdit(VerdictKind driver, JudgementKind was, JudgementKind isNow) =>
        Assert.True(KeepRule.Decide(Before, Better, 0, driver, [new(new Claim(new NodeId("n4")), was, isNow)]).IsKept);

    private static Standing Better => Before with { Refuted = 1, Supported = 6 };

    private static KeepDecision Decide(Standing after, int withdrawn = 0) => KeepRule.Decide(Before, after, withdrawn);
}
