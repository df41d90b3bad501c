using VcrPortal.Generation.Pipeline.Refinement;

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

    private static KeepDecision Decide(Standing after, int withdrawn = 0) => KeepRule.Decide(Before, after, withdrawn);
}
