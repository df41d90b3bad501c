using VcrPortal.Reasoning.Metrics;
using VcrPortal.Web.Features.Review.Calibration;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Review;

/// <summary>Checks against reviewers: simulated checks of known error are found again, and where nothing is comparable there is no
/// number.</summary>
public class CalibrationTests
{
    private const int Traces = 200;
    private const int ClaimsOfOne = 6;
    private const double BaseRate = 0.7;

    /// <summary>A check that supports this share of what holds, and this share of what does not.</summary>
    [Theory]
    [InlineData(0.95, 0.05, 1)]
    [InlineData(0.9, 0.2, 2)]
    [InlineData(0.6, 0.4, 3)]
    [InlineData(0.5, 0.5, 4)]
    public void SimulatedChecks_OfKnownError_AreRecoveredWithinTheInterval(double right, double wrong, int seed)
    {
        var random = new Random(seed);
        var line = CalibrationReport.From(
            from trace in Enumerable.Range(1, Traces)
            from _ in Enumerable.Range(0, ClaimsOfOne)
            let holds = random.NextDouble() < BaseRate
            let supports = random.NextDouble() < (holds ? right : wrong)
            select new ComparedVerdict(trace, "binds_to", "Simulated 1", supports, holds)).First();

        var supported = BaseRate * right + (1 - BaseRate) * wrong;
        var observed = BaseRate * right + (1 - BaseRate) * (1 - wrong);
        var chance = BaseRate * supported + (1 - BaseRate) * (1 - supported);
        AssertWithin(BaseRate * right / supported, line.Precision);
        AssertWithin(right, line.Recall);
        AssertWithin((observed - chance) / (1 - chance), line.Kappa);
        Assert.Equal(Traces * ClaimsOfOne, line.Claims);
        Assert.Equal(BaseRate, line.BaseRate, 0.05);
    }

    [Fact]
    public void NothingComparable_GivesNoLine_AndNoNumber()
    {
        Assert.Empty(CalibrationReport.From([]));
        var line = CalibrationReport.From([new(1, "binds_to", "Never 1", false, true)])[0];
        Assert.IsType<Reasoning.Metrics.Agreement.Undefined>(line.Precision.Value); // it supports nothing
        Assert.IsType<BootstrapInterval.Undefined>(line.Recall.Interval); // of one trace
    }

    [Fact]
    public async Task Calibration_CountsClaims_OnWhichTwoReviewersAgreed_OnceAllHaveJudged()
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.OneIsWrong);
        Assert.Empty((await portal.Get<ReadCalibration>().RunAsync(Samples.Anybody, default))!.Value);
        await ReviewWorld.JudgeAsync(portal, ReviewWorld.Ron, ReviewWorld.AllHold); // they differ on n2
        var lines = (await portal.Get<ReadCalibration>().RunAsync(Samples.Anybody, default))!.Value;
        await using var db = portal.Db();
        var judged = db.TraceVerdicts.Where(v => v.EdgeTarget == null && v.Action != "n2").ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(judged, v => line.Verifier.StartsWith(v.Verifier, StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.Equal(1, line.BaseRate));
    }

    private static void AssertWithin(double known, Measured measured)
    {
        var bounds = Assert.IsType<BootstrapInterval.Bounds>(measured.Interval);
        Assert.InRange(known, bounds.Low, bounds.High);
    }
}
