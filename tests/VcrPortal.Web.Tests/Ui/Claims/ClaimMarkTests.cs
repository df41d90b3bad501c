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
    public void From_OneIndependentRefutal_OutweighsEverything() => Prop.ForAll(Verdicts, verdicts =>
        ClaimMarks.From([.. verdicts, SampleGraph.Verdict("n1", VerdictKind.Refuted)]) == ClaimMark.Refuted).QuickCheckThrowOnFailure();

    [Fact]
    public void From_OnlySameSourceVerdicts_IsNeverSupportOrRefutal() => Prop.ForAll(Verdicts, verdicts =>
        ClaimMarks.From(verdicts.Select(v => v with { SameSource = true })) is not (ClaimMark.Supported or ClaimMark.Refuted))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyOrder_IsTheSame() => Prop.ForAll(Verdicts, verdicts =>
        ClaimMarks.From(verdicts) == ClaimMarks.From(verdicts.Reverse())).QuickCheckThrowOnFailure();

    [Fact]
    public void From_AnyVerdicts_AgreesWithTheCountsOfTheLists() => Prop.ForAll(Verdicts, verdicts =>
        verdicts.Length == 0 || ClaimMarks.From(verdicts).ToString() == CountVerdicts.Judge(verdicts).ToString())
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(VerdictKind.Supported, false, ClaimMark.Supported)]
    [InlineData(VerdictKind.Supported, true, ClaimMark.SameSource)]
    [InlineData(VerdictKind.Refuted, true, ClaimMark.SameSource)]
    [InlineData(VerdictKind.Undetermined, true, ClaimMark.Undetermined)]
    [InlineData(VerdictKind.NotTestable, false, ClaimMark.NotTestable)]
    public void From_OneVerdict_IsItsMark(VerdictKind kind, bool sameSource, ClaimMark expected) =>
        Assert.Equal(expected, ClaimMarks.From(SampleGraph.Verdict("n1", kind, sameSource)));

    [Fact]
    public void From_SameSourceBesideUndetermined_IsSameSource() => Assert.Equal(ClaimMark.SameSource,
        ClaimMarks.From(
            [SampleGraph.Verdict("n1", VerdictKind.Undetermined), SampleGraph.Verdict("n1", VerdictKind.Supported, sameSource: true)]));

    [Fact]
    public void From_NoVerdict_IsPending() => Assert.Equal(ClaimMark.Pending, ClaimMarks.From([]));
}
