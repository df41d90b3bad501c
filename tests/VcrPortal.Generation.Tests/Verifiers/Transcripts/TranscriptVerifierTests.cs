using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Tests.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.Transcripts;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Tests.Verifiers.Transcripts;

public class TranscriptVerifierTests
{
    [Theory]
    [InlineData("PTEN|0.4", 12, VerdictKind.Supported)]
    [InlineData("PTEN|0.6", 12, VerdictKind.Undetermined)]
    [InlineData("PTEN|0.4", 8, VerdictKind.Undetermined)]
    public async Task LostGene_IsSupportedWhereItsTranscriptIsMissing_AndMostOtherLinesHaveIt(
        string here, int expressing, VerdictKind expected)
    {
        var others = Enumerable.Range(0, SmallPack.OtherLines).Select(i => i < expressing ? "|30" : "|0.1");
        var pack = new SmallPack().With(PackFiles.LineExpression, here + string.Concat(others));
        Assert.Equal(expected, await OfLostPtenAsync(pack));
    }

    [Fact]
    public async Task LostGene_OfFewLines_IsNotJudgedByThem() => Assert.Equal(
        VerdictKind.Undetermined, await OfLostPtenAsync(new SmallPack().With(PackFiles.LineExpression, "PTEN|0.1|30|30|30")));

    [Theory]
    [InlineData("KRAS|240", VerdictKind.Supported)]
    [InlineData("KRAS|200", VerdictKind.Undetermined)]
    public async Task GainedCopies_AreSupportedFarAboveTheOtherLines(string here, VerdictKind expected)
    {
        var pack = new SmallPack().With(
            PackFiles.LineExpression, here + string.Concat(Enumerable.Repeat("|30", SmallPack.OtherLines)));
        var verdicts = await pack.VerifyAsync(
            e => new TranscriptVerifier(e), "gain_of_function(id=\"n1\", variant=\"KRAS GAIN\", protein=\"KRAS\")");
        Assert.Equal(expected, Assert.Single(verdicts, v => v.Claim == new Claim(new("n1"))).Kind);
    }

    /// <summary>What is said of the loss of PTEN that the graph's context states of C32.</summary>
    private static async Task<VerdictKind> OfLostPtenAsync(SmallPack pack) => Assert.Single(
        await pack.VerifyAsync(e => new TranscriptVerifier(e), ""), v => v.Claim == Claim.ForContext("PTEN LoF")).Kind;
}
