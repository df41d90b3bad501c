using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches;

public class StopBatchTests
{
    private static readonly Caller Owner = Caller.Visitor("v");
    private static readonly (string, string)[] Large = [("Launch:VisitorBatchLimit", "5000"), ("Launch:VisitorBatches", "2")];

    [Fact]
    public async Task Stop_OfALargeBatch_EndsWhatWaits_AndWhatHadNotBecomeJobs_AndCountsBoth()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        var number = await portal.LaunchBatchAsync(1203);
        await portal.RunNextAsync();
        var stopped = Assert.IsType<StopBatchOutcome.Stopped>(await portal.Get<StopBatch>().RunAsync(number, Owner, default));
        Assert.Equal((1202, 0), (stopped.Waiting, stopped.Running));

        var batch = (await portal.Get<ReadBatch>().RunAsync(number, Owner, default))!;
        Assert.Equal((1, 499, 0, 703), (batch.Completed, batch.Failed, batch.Queued, batch.NeverBegun));
        Assert.NotNull(batch.StoppedAt);
        Assert.NotNull(batch.FinishedAt);
        Assert.False(await portal.Get<EnqueueBatchPiece>().RunAsync(default));
        Assert.Null(await portal.BeginNextAsync());
        // The log is the truth: each stopped job says so, without a gap.
        var log = await portal.LogAsync(499);
        Assert.Equal([1, 2], log.Select(e => e.Sequence));
        Assert.IsType<JobEventBody.Cancelled>(log[^1].Body);
    }

    [Fact]
    public async Task Stop_WhileOneRuns_AsksItToStop_AndKeepsWhatItMade()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchBatchAsync(2);
        StopBatchOutcome? outcome = null;
        portal.Generator.Before = async (_, ct) =>
        {
            if (outcome is not null) return;
            outcome = await portal.Get<StopBatch>().RunAsync(number, Owner, default);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct); // until it hears that it is to stop
        };
        await portal.RunNextAsync();
        Assert.Equal((1, 1), outcome is StopBatchOutcome.Stopped s ? (s.Waiting, s.Running) : default);
        Assert.Equal(JobState.Cancelled, (await portal.JobAsync(1)).State);
        Assert.Equal(JobState.Cancelled, (await portal.JobAsync(2)).State);
    }

    [Fact]
    public async Task Stop_Twice_IsOneStop()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchBatchAsync(3);
        Assert.IsType<StopBatchOutcome.Stopped>(await portal.Get<StopBatch>().RunAsync(number, Owner, default));
        Assert.IsType<StopBatchOutcome.AlreadyOver>(await portal.Get<StopBatch>().RunAsync(number, Owner, default));
    }

    [Fact]
    public async Task Stop_ByAStranger_IsRefused_AndOfWhatTheyMayNotSee_NotFound()
    {
        await using var portal = await TestPortal.StartAsync();
        var open = await portal.LaunchBatchAsync(1);
        var hidden = Assert.IsType<BatchOutcome.Launched>(
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], true, Samples.Ana, default)).BatchNumber;
        Assert.IsType<StopBatchOutcome.NotAllowed>(await portal.Get<StopBatch>().RunAsync(open, Samples.Bob, default));
        Assert.IsType<StopBatchOutcome.NotFound>(await portal.Get<StopBatch>().RunAsync(hidden, Samples.Bob, default));
        Assert.IsType<StopBatchOutcome.NotFound>(await portal.Get<StopBatch>().RunAsync(99, Samples.Bob, default));
        await using var db = portal.Db();
        Assert.Equal(2, await db.Jobs.CountAsync(j => j.State == JobState.Queued));
        Assert.IsType<StopBatchOutcome.Stopped>(
            await portal.Get<StopBatch>().RunAsync(open, new("admin", PortalRole.Admin), default));
    }

    [Fact]
    public async Task TheButton_IsOnThePageOfWhoMayPressIt_AndThePageSaysWhatBecameOfTheRest()
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 501).Select(i => Samples.Record($"c{i}"))], false, caller, default);
        Assert.DoesNotContain("Stop the batch", await portal.Visitor().GetStringAsync("/batches/1"));
        Assert.Contains("Stop the batch", await ana.GetStringAsync("/batches/1"));
        using var answer = await WebPortal.PostAsync(ana, "/batches/1", "stop-batch");
        var page = await ana.GetStringAsync("/batches/1");
        Assert.Contains("One record was never begun.", page);
        Assert.DoesNotContain("Stop the batch", page);
    }
}
