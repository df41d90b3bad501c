using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Tests.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers.SignedSteps;

public class SignedStepVerifierTests
{
    [Fact]
    public async Task TwoSourcesThatContradictEachOther_AreBothShown_AndTheClaimIsDisputed()
    {
        var pack = new SmallPack().With(PackFiles.NciPidEdges, "MAPK1|DUSP6|1|expression|11")
            .With(PackFiles.TrrustRegulation, "MAPK1|DUSP6|-1|12");
        var verdicts = (await pack.VerifyAsync(e => new SignedStepVerifier(e), PackVerifierTests.Route))
            .Where(v => v.Claim.Member == "DUSP6").ToList();
        Assert.Equal(
            [(EvidenceSource.NciPid, VerdictKind.Supported), (EvidenceSource.Trrust, VerdictKind.Disputed)],
            verdicts.Select(v => (v.Rows[0].Source, v.Kind)));
        Assert.Equal(JudgementKind.Disputed, ClaimJudgement.From(verdicts, _ => true).Kind);
    }

    [Fact]
    public async Task SourceWithBothSigns_DoesNotDecide()
    {
        var pack = new SmallPack().With(PackFiles.NciPidEdges, "MAP2K1|MAPK1|1|activity|")
            .With(PackFiles.NciPidEdges, "MAP2K1|MAPK1|-1|activity|");
        var verdicts = await pack.VerifyAsync(e => new SignedStepVerifier(e), PackVerifierTests.Route);
        Assert.Equal(VerdictKind.Undetermined, Assert.Single(verdicts, v => v.Claim == new Claim(new("n3"))).Kind);
    }

    [Fact]
    public async Task Step_JudgesTheEdgeToo_AndThereTakesNothingForGranted()
    {
        var verdicts = await new SmallPack().With(PackFiles.NciPidEdges, "MAP2K1|MAPK1|1|activity|")
            .VerifyAsync(e => new SignedStepVerifier(e), PackVerifierTests.Route);
        var edge = Assert.Single(verdicts, v => v.Claim.EdgeTarget is not null);
        Assert.Equal((new NodeId("n2"), VerdictKind.Supported, null), (edge.Claim.Action, edge.Kind, edge.RestsOn));
    }

    /// <summary>MAP2K1 lies farther from the gene than MAPK1, of which the source says something already.</summary>
    [Theory]
    [InlineData(1, -1, VerdictKind.Supported, 1)]
    [InlineData(-1, 1, VerdictKind.Disputed, 1)]
    [InlineData(1, 1, VerdictKind.Supported, 2)]
    public async Task NearestClaimDecides_AndFartherOnesCountWhereTheySayTheSame(int near, int far, VerdictKind expected, int verdicts)
    {
        var pack = new SmallPack().With(PackFiles.NciPidEdges, $"MAPK1|DUSP6|{near}|expression|11")
            .With(PackFiles.NciPidEdges, $"MAP2K1|DUSP6|{far}|expression|12");
        var said = (await pack.VerifyAsync(e => new SignedStepVerifier(e), PackVerifierTests.Route))
            .Where(v => v.Claim.Member == "DUSP6").ToList();
        Assert.Equal(verdicts, said.Count);
        Assert.All(said, v => Assert.Equal(expected, v.Kind));
    }
}
