using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces;

public class CountVerdictsTests
{
    private static readonly ActionGraph Graph = ExplanationReader.Read(Samples.Text).Graph;

    [Fact]
    public void Judge_ARefutationByIndependentData_OutweighsSupport() =>
        Assert.Equal(
            JudgementKind.Refuted,
            ClaimJudgement.From([Says(VerdictKind.Supported), Says(VerdictKind.Refuted), Says(VerdictKind.Undetermined)]).Kind);

    [Fact]
    public void Judge_SupportByIndependentData_OutweighsTheEnginesOwnSources() =>
        Assert.Equal(
            JudgementKind.Supported, ClaimJudgement.From([Says(VerdictKind.Refuted, own: true), Says(VerdictKind.Supported)]).Kind);

    [Theory]
    [InlineData(VerdictKind.Supported)]
    [InlineData(VerdictKind.Refuted)]
    public void Judge_TheEnginesOwnSourcesAlone_AreNoJudgement(VerdictKind kind) =>
        Assert.Equal(JudgementKind.SameSource, ClaimJudgement.From([Says(VerdictKind.Undetermined), Says(kind, own: true)]).Kind);

    [Fact]
    public void Judge_ACheckWithoutData_IsUndetermined() =>
        Assert.Equal(
            JudgementKind.Undetermined,
                ClaimJudgement.From([Says(VerdictKind.NotTestable), Says(VerdictKind.Undetermined, own: true)]).Kind);

    [Fact]
    public void Judge_NoCheckAtAll_IsNotTestable() => Assert.Equal(JudgementKind.NotTestable, ClaimJudgement.From([]).Kind);

    [Fact]
    public void In_CountsEveryActionAndEveryGeneOnce() =>
        // n1 supported, n2 not testable, CCND1 supported, DUSP6 refuted, n4 undetermined; the edge is not counted.
        Assert.Equal(
            new VerdictCounts(Supported: 2, Refuted: 1, Undetermined: 1, NotTestable: 1, SameSource: 0),
            CountVerdicts.In(Graph, Samples.Verdicts));

    [Fact]
    public void OfActions_CountsAGeneList_AsOneClaim() =>
        // n3 has a gene that is refuted, which outweighs the one that is supported.
        Assert.Equal(
            new VerdictCounts(Supported: 1, Refuted: 1, Undetermined: 1, NotTestable: 1, SameSource: 0),
            CountVerdicts.OfActions(Graph, Samples.Verdicts));

    [Fact]
    public void In_AJudgedPartOfTheContext_IsAClaim()
    {
        var verdict = Samples.Verdict("context", VerdictKind.Supported, "BRAF V600E");
        Assert.Equal(new VerdictCounts(1, 0, 0, 5, 0), CountVerdicts.In(Graph, [verdict]));
    }

    [Fact]
    public void In_AVerdictAboutWhatTheGraphDoesNotClaim_IsNotCounted()
    {
        Verdict[] strangers = [Samples.Verdict("n9", VerdictKind.Refuted), Samples.Verdict("n3", VerdictKind.Refuted, "MYC")];
        Assert.Equal(new VerdictCounts(0, 0, 0, 5, 0), CountVerdicts.In(Graph, [.. strangers]));
    }

    private static Verdict Says(VerdictKind kind, bool own = false) => Samples.Verdict("n1", kind, sameSource: own);
}
