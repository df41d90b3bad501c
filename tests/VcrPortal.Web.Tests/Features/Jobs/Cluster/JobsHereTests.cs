using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Cluster;

public class JobsHereTests
{
    [Fact]
    public async Task AJobThatRunsHere_PokedAgain_RunsOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (jobs, job) = (portal.Get<JobsHere>(), new OpenJob(await portal.LaunchAsync(), 0));
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Report, reached);
        var running = jobs.EnsureRunning(job);
        await reached.Task;
        Assert.Same(running, jobs.EnsureRunning(job with { Attempt = 1 }));
        Assert.Equal(1, jobs.Wanted);
        portal.Generator.Before = (_, _) => Task.CompletedTask;
        await jobs.DrainAsync();
        Assert.Equal((JobState.Queued, 1), ((await portal.JobAsync(job.Number)).State, (await portal.JobAsync(job.Number)).Attempt));
    }

    [Fact]
    public async Task AJobBroughtWhenAllAreBusy_WaitsAndThenRuns()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Jobs:Workers", "1"));
        var jobs = portal.Get<JobsHere>();
        var (first, second) = (new OpenJob(await portal.LaunchAsync(), 0), new OpenJob(await portal.LaunchAsync("Vemurafenib"), 0));
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        portal.Generator.Before = async (_, _) =>
        {
            reached.TrySetResult();
            await goOn.Task;
        };
        var one = jobs.EnsureRunning(first);
        await reached.Task;
        var two = jobs.EnsureRunning(second);
        Assert.Equal((0, JobState.Queued), (jobs.Wanted, (await portal.JobAsync(second.Number)).State));
        goOn.SetResult();
        await Task.WhenAll(one, two);
        Assert.Equal(JobState.Completed, (await portal.JobAsync(second.Number)).State);
        Assert.True(jobs.Wanted > 0);
    }

    [Fact]
    public async Task AProcessThatStops_GivesItsJobBack_AndTakesNoOther()
    {
        await using var portal = await TestPortal.StartAsync();
        var (jobs, job) = (portal.Get<JobsHere>(), new OpenJob(await portal.LaunchAsync(), 0));
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Report, reached);
        _ = jobs.EnsureRunning(job);
        await reached.Task;
        await jobs.DrainAsync();
        Assert.Equal(JobState.Queued, (await portal.JobAsync(job.Number)).State);
        await jobs.EnsureRunning(job with { Attempt = 1 });
        Assert.Equal(1, (await portal.JobAsync(job.Number)).Attempt);
    }

    [Fact]
    public async Task WhileJobsAreShort_SomeAreAskedForAhead_AndAFewAtATime()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock: clock);
        var jobs = portal.Get<JobsHere>();
        Assert.Equal(2, jobs.Wanted);
        // Somebody else has begun with each, so they end at once.
        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => jobs.EnsureRunning(new OpenJob(n, 7))));
        Assert.Equal(6, jobs.Wanted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, jobs.Wanted);
    }

    [Fact]
    public void AJob_LastsOnceItWasSeenForTwoSeconds_AndAnotherAttemptIsAnotherJob()
    {
        var clock = new ManualClock();
        var lasting = new LastingJobs(clock);
        Assert.Empty(lasting.Look([]));
        OpenJob job = new(1, 1);
        foreach (var expected in (OpenJob[][])[[], [], [job], [job]])
        {
            Assert.Equal(expected, lasting.Look([job]));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Empty(lasting.Look([job with { Attempt = 2 }]));
    }

    [Fact]
    public void WhatRunsAtAKeepersFirstLook_WasGivenOutBeforeIt_AndLastsASecondSooner()
    {
        var clock = new ManualClock();
        var lasting = new LastingJobs(clock);
        OpenJob[] left = [new(1, 1), new(2, 1)];
        Assert.Empty(lasting.Look(left));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(left, lasting.Look([.. left, new(3, 1)]));
    }

    [Fact]
    public void WhatWasGivenOut_IsGivenOutAgainOnlyWhenNobodyHasBegun()
    {
        var clock = new ManualClock();
        var given = new HandedOut(clock);
        OpenJob[] queue = [new(1, 0), new(2, 0), new(3, 0)];
        Assert.Equal(queue[..2], given.Take(queue, 2));
        Assert.Equal(queue[2..], given.Take(queue, 2));
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(queue[1..2], given.Take(queue[1..2], 2)); // 1 and 3 were begun, and left the queue
        Assert.Equal(1, given.Count);
        Assert.Equal([new(1, 1)], given.Take([new(1, 1)], 2)); // 1 came back: another attempt is another job
    }
}
