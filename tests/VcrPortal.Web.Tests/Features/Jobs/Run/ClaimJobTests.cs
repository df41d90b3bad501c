using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class ClaimJobTests
{
    [Fact]
    public async Task Claim_ByManyWorkersOfTwoProcesses_GivesEachJobToOne()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "100"));
        await using var other = await TestPortal.StartAsync(beside: portal);
        for (var i = 0; i < 20; i++) await portal.LaunchAsync();
        var claims = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(i => Task.Run(() => (i % 2 == 0 ? portal : other).Get<ClaimJob>().RunAsync($"w{i}", default))));
        Assert.Equal(Enumerable.Range(1, 20), claims.OfType<JobClaim>().Select(c => c.JobNumber).Order());
        Assert.Equal(4, claims.Count(c => c is null));
    }

    [Fact]
    public async Task Claim_TakesInteractiveJobsBeforeBatchJobs()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record("c1"), Samples.Record("c2")], false, Caller.Visitor("v"), default);
        var number = await portal.LaunchAsync();
        Assert.Equal(new JobClaim(number, 1, "w", IsBatch: false), await portal.Get<ClaimJob>().RunAsync("w", default));
        Assert.Equal(new JobClaim(1, 1, "w", IsBatch: true), await portal.Get<ClaimJob>().RunAsync("w", default));
    }

    [Fact]
    public async Task Claim_WhileTheWorkerRenews_LeavesItsJob()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await portal.LaunchAsync();
        var claim = await portal.Get<ClaimJob>().RunAsync("w", default);
        for (var i = 0; i < 5; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal(LeaseState.Held, await portal.Get<KeepLease>().RunAsync(claim!, default));
            Assert.Null(await portal.Get<ClaimJob>().RunAsync("other", default));
        }
    }

    [Fact]
    public async Task Claim_AfterTheWorkerWasKilled_GoesOnAsTheNextAttempt()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var number = await portal.LaunchAsync();
        await portal.Get<ClaimJob>().RunAsync("killed", default);
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Null(await portal.Get<ClaimJob>().RunAsync("next", default));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new JobClaim(number, 2, "next", false), await portal.Get<ClaimJob>().RunAsync("next", default));
        Assert.Equal([1, 2], (await portal.LogAsync(number)).Select(e => e.Body).OfType<JobEventBody.Started>().Select(s => s.Attempt));
    }

    [Fact]
    public async Task Claim_AfterThreeKilledWorkers_EndsTheJobAsInterruptedWithAReason()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var number = await portal.LaunchAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, (await portal.Get<ClaimJob>().RunAsync("killed", default))!.Attempt);
            clock.Advance(TimeSpan.FromSeconds(15));
        }
        Assert.Null(await portal.Get<ClaimJob>().RunAsync("next", default));
        var job = await portal.JobAsync(number);
        Assert.Equal(JobState.Interrupted, job.State);
        Assert.Equal(clock.Now, job.FinishedAt);
        Assert.NotEmpty(Assert.IsType<JobEventBody.Interrupted>((await portal.LogAsync(number))[^1].Body).Reason);
    }

    [Fact]
    public async Task Claim_WithNothingWaiting_IsNull()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Null(await portal.Get<ClaimJob>().RunAsync("w", default));
    }
}
