using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Tests.Ui.Claims;

public class ClaimMarkTests
{
    private static readonly Arbitrary<Verdict[]> Verdicts = (
        from kinds in Gen.ArrayOf(Gen.Zip(Gen.Elements(Enum.GetValues<VerdictKind>()), Gen.Elements(true, false)))
        select kinds.Select(k => SampleGraph.Verdict("n1", k.Item1, sameSource: k.Item2)).ToArray()).ToArbitrary();

    [Fact]
    public void Of_OneIndependentRefutal_OutweighsEverything() => Prop.ForAll(Verdicts, verdicts =>
        Mark([.. verdicts, SampleGraph.Verdict("n1", VerdictKind.Refuted)]) == ClaimMark.Refuted).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_OnlySameSourceVerdicts_IsNeverSupportOrRefutal() => Prop.ForAll(Verdicts, verdicts =>
        Mark(verdicts.Select(v => v with { SameSource = true }))
            is not (ClaimMark.Supported or ClaimMark.Elsewhere or ClaimMark.Disputed or ClaimMark.Refuted))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyOrder_IsTheSame() => Prop.ForAll(Verdicts, verdicts =>
        Mark(verdicts) == Mark(verdicts.Reverse())).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(VerdictKind.Supported, false, ClaimMark.Elsewhere)]
    [InlineData(VerdictKind.Disputed, false, ClaimMark.Disputed)]
    [InlineData(VerdictKind.Disputed, true, ClaimMark.SameSource)]
    [InlineData(VerdictKind.Supported, true, ClaimMark.SameSource)]
    [InlineData(VerdictKind.Refuted, true, ClaimMark.SameSource)]
    [InlineData(VerdictKind.Undetermined, true, ClaimMark.Undetermined)]
    [InlineData(VerdictKind.NotTestable, false, ClaimMark.NotTestable)]
    public void Of_OneVerdict_IsItsMark(VerdictKind kind, bool sameSource, ClaimMark expected) =>
        Assert.Equal(expected, Mark([SampleGraph.Verdict("n1", kind, sameSource)]));

    [Fact]
    public void Of_SameSourceBesideUndetermined_IsSameSource() => Assert.Equal(ClaimMark.SameSource,
        Mark(
            [SampleGraph.Verdict("n1", VerdictKind.Undetermined), SampleGraph.Verdict("n1", VerdictKind.Supported, sameSource: true)]));

    [Fact]
    public void Of_NoVerdict_IsPending() => Assert.Equal(ClaimMark.Pending, Mark([]));

    [Theory]
    [InlineData(Strength.MeasuredHere, ClaimMark.Supported)]
    [InlineData(Strength.SameCompoundSameMolecule, ClaimMark.Supported)]
    [InlineData(Strength.MeasuredElsewhere, ClaimMark.Elsewhere)]
    [InlineData(Strength.Curated, ClaimMark.Elsewhere)]
    [InlineData(Strength.Predicted, ClaimMark.Elsewhere)]
    public void Support_IsDirectForThisCompoundOrCell_AndElseElsewhere(Strength strength, ClaimMark expected) =>
        Assert.Equal(expected, Mark([SampleGraph.Verdict("n1", VerdictKind.Supported) with { Strength = strength }]));

    [Fact]
    public void VerdictThatRestsOnAClaimThatDoesNotHold_IsDependent() => Assert.Equal(
        ClaimMark.Dependent, Mark([SampleGraph.Verdict("n2", VerdictKind.Supported) with { RestsOn = new("n1") }]));

    [Fact]
    public void EveryMark_HasWordsAndAMeaning_OfItsOwn()
    {
        var marks = Enum.GetValues<ClaimMark>();
        Assert.Equal(marks.Length, marks.Select(m => m.Word()).Distinct().Count());
        Assert.Equal(marks.Length, marks.Select(m => m.Meaning()).Distinct().Count());
        Assert.Equal(marks.Length - 1, ClaimMarks.InOrder.Distinct().Count());
    }

    private static ClaimMark Mark(IEnumerable<Verdict> verdicts) => ClaimMarks.From(ClaimJudgement.From(verdicts));
}
