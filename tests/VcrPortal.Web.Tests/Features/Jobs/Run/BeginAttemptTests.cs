using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class BeginAttemptTests
{
    [Fact]
    public async Task Begin_ByManyWorkersOfTwoProcesses_GivesAJobToOne()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        var job = new OpenJob(await portal.LaunchAsync(), Attempt: 0);
        var claims = await Task.WhenAll(Enumerable.Range(0, 24)
            .Select(i => Task.Run(() => (i % 2 == 0 ? portal : other).Get<BeginAttempt>().RunAsync(job, default))));
        Assert.Equal(new JobClaim(job.Number, 1, IsBatch: false), Assert.Single(claims.OfType<JobClaim>()));
        Assert.Single(await portal.LogAsync(job.Number), e => e.Body is JobEventBody.Started);
    }

    [Fact]
    public async Task Begin_OfAJobThatWasTakenSinceItWasSeen_DoesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var seen = new OpenJob(await portal.LaunchAsync(), Attempt: 0);
        Assert.NotNull(await portal.Get<BeginAttempt>().RunAsync(seen, default));
        Assert.Null(await portal.Get<BeginAttempt>().RunAsync(seen, default));
        Assert.Equal(1, (await portal.JobAsync(seen.Number)).Attempt);
    }

    [Fact]
    public async Task Begin_AfterTheWorkerWasKilled_GoesOnAsTheNextAttempt()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await portal.BeginNextAsync();
        Assert.Equal(new JobClaim(number, 2, IsBatch: false), await portal.TakeOverAsync());
        Assert.Equal([1, 2], (await portal.LogAsync(number)).Select(e => e.Body).OfType<JobEventBody.Started>().Select(s => s.Attempt));
    }

    [Fact]
    public async Task Begin_AfterThreeKilledWorkers_EndsTheJobAsInterruptedWithAReason()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var number = await portal.LaunchAsync();
        await portal.BeginNextAsync();
        Assert.Equal(2, (await portal.TakeOverAsync())!.Attempt);
        Assert.Equal(3, (await portal.TakeOverAsync())!.Attempt);
        Assert.Null(await portal.TakeOverAsync());
        var job = await portal.JobAsync(number);
        Assert.Equal((JobState.Interrupted, clock.Now), (job.State, job.FinishedAt));
        Assert.NotEmpty(Assert.IsType<JobEventBody.Interrupted>((await portal.LogAsync(number))[^1].Body).Reason);
    }

    [Fact]
    public async Task Queue_HasInteractiveJobsBeforeBatchJobs_AndNoneThatIsBegun()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record("c1"), Samples.Record("c2")], false, Caller.Visitor("v"), default);
        var number = await portal.LaunchAsync();
        Assert.Equal([number, 1, 2], (await portal.Get<ReadQueue>().WaitingAsync(9, default)).Select(j => j.Number));
        Assert.Equal(new JobClaim(number, 1, IsBatch: false), await portal.BeginNextAsync());
        Assert.Equal(new JobClaim(1, 1, IsBatch: true), await portal.BeginNextAsync());
        Assert.Equal([2], (await portal.Get<ReadQueue>().WaitingAsync(9, default)).Select(j => j.Number));
        Assert.Equal([number, 1], (await portal.Get<ReadQueue>().RunningAsync(default)).Select(j => j.Number));
    }

    [Fact]
    public async Task Check_TellsAWorkerWhatItsRowSays()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync(visitor: "me");
        var claim = (await portal.BeginNextAsync())!;
        Assert.Equal(ClaimState.Held, await portal.Get<CheckClaim>().RunAsync(claim, default));
        await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default);
        Assert.Equal(ClaimState.StopRequested, await portal.Get<CheckClaim>().RunAsync(claim, default));
        await portal.TakeOverAsync();
        Assert.Equal(ClaimState.Lost, await portal.Get<CheckClaim>().RunAsync(claim, default));
    }
}
