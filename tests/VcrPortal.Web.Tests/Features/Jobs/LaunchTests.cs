using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class LaunchTests
{
    [Fact]
    public async Task Launch_OnAFullDisk_SaysSoAndQueuesNothing()
    {
        var disk = new FullDisk();
        await using var portal = await TestPortal.StartAsync(interceptor: disk);
        disk.RefusesInsertsInto = "\"JobRecords\"";
        Assert.Equal(
            new LaunchOutcome.NotSaved("The disk of the database is full."),
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default));
        Assert.Equal(
            new BatchOutcome.NotSaved("The disk of the database is full."),
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default));
        await using var db = portal.Db();
        Assert.False(await db.Jobs.AnyAsync());
        Assert.False(await db.Batches.AnyAsync());
    }

    [Fact]
    public async Task Launch_StoresTheQuestionAndEventOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        var details = await portal.Get<ReadJob>().RunAsync(number, Samples.Anybody, default);
        Assert.Equal("Binimetinib in C32", details!.Summary.Title);
        Assert.Equal("script 1", details.Engine);
        Assert.Equal(Samples.Record().Title, PortalJson.Read<PerturbationRecord>(details.RecordJson).Title);
        Assert.IsType<JobEventBody.Queued>(Assert.Single(await portal.LogAsync(number)).Body);
    }

    [Fact]
    public async Task Launch_WhenVisitorsMayNot_IsNotAllowed()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:AllowVisitors", "false"));
        Assert.IsType<LaunchOutcome.NotAllowed>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default));
        Assert.IsType<BatchOutcome.NotAllowed>(
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task Launch_OutsideDevelopmentWithoutASetting_IsNotAllowed()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:AllowVisitors", ""));
        Assert.IsType<LaunchOutcome.NotAllowed>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task Launch_WhenQuotaReached_IsRefusedForThatVisitorOnly()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "2"));
        await portal.LaunchAsync(visitor: "a");
        await portal.LaunchAsync(visitor: "a");
        Assert.Equal(
            new LaunchOutcome.QuotaReached(2),
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("a"), default));
        await portal.LaunchAsync(visitor: "b");
    }

    [Fact]
    public async Task Launch_FromManyTabsAtOnce_KeepsTheQuota()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "3"));
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 12)
            .Select(_ => Task.Run(() => portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("a"), default))));
        Assert.Equal(3, outcomes.OfType<LaunchOutcome.Launched>().Select(l => l.JobNumber).Distinct().Count());
        Assert.Equal(9, outcomes.OfType<LaunchOutcome.QuotaReached>().Count());
    }

    [Fact]
    public async Task Launch_AfterAJobHasEnded_CountsItNoMore()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "1"));
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        await portal.LaunchAsync();
    }

    [Fact]
    public async Task Launch_WhenQueueIsFull_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Jobs:QueueLimit", "1"));
        await portal.LaunchAsync(visitor: "a");
        Assert.Equal(
            new LaunchOutcome.QueueFull(1), await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("b"), default));
    }

    [Fact]
    public async Task Launch_ARefusedOne_LeavesNothingAndNoHoleInTheNumbers()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "1"));
        var first = await portal.LaunchAsync(visitor: "a");
        await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("a"), default);
        Assert.Equal(first + 1, await portal.LaunchAsync(visitor: "b"));
    }

    [Fact]
    public async Task LaunchBatch_LeavesBadRecordsOutAndNamesThem()
    {
        await using var portal = await TestPortal.StartAsync();
        PerturbationRecord[] records = [Samples.Record(), new PerturbationRecord([], []), Samples.Record("Trametinib")];
        var launched = Assert.IsType<BatchOutcome.Launched>(
            await portal.Get<LaunchBatch>().RunAsync("three", records, false, Caller.Visitor("v"), default));
        Assert.Equal(2, launched.Jobs);
        Assert.Equal(1, Assert.Single(launched.Refused).Index);
        var batch = await portal.Get<ReadBatch>().RunAsync(launched.BatchNumber, Samples.Anybody, default);
        Assert.Equal((2, 2, 0), (batch!.Total, batch.Queued, batch.Failed));
    }

    [Fact]
    public async Task LaunchBatch_WithoutAnyGoodRecord_MakesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.IsType<BatchOutcome.Invalid>(
            await portal.Get<LaunchBatch>().RunAsync("none", [new PerturbationRecord([], [])], false, Caller.Visitor("v"), default));
        await using var db = portal.Db();
        Assert.False(await db.Batches.AnyAsync());
    }

    [Fact]
    public async Task LaunchBatch_ASecondUnfinishedOne_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("one", [Samples.Record()], false, Caller.Visitor("v"), default);
        Assert.Equal(
            new BatchOutcome.QuotaReached(1),
            await portal.Get<LaunchBatch>().RunAsync("two", [Samples.Record()], false, Caller.Visitor("v"), default));
        await portal.RunNextAsync();
        Assert.IsType<BatchOutcome.Launched>(
            await portal.Get<LaunchBatch>().RunAsync("two", [Samples.Record()], false, Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task LaunchBatch_TooLarge_SaysTheLimit()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorBatchLimit", "2"));
        Assert.Equal(
            new BatchOutcome.TooLarge(2),
            await portal.Get<LaunchBatch>()
            .RunAsync("b", [Samples.Record(), Samples.Record(), Samples.Record()], false, Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task LaunchSamples_OnTheFirstStart_QueuesEveryCompoundInEveryLineOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(1, await portal.Get<LaunchSamples>().RunAsync(default));
        Assert.Null(await portal.Get<LaunchSamples>().RunAsync(default));
        var jobs = await portal.Get<ListJobs>().RunAsync(new JobQuery(BatchNumber: 1), Samples.Anybody, default);
        Assert.Equal(
            ["Binimetinib in A549", "Binimetinib in C32", "Trametinib in A549", "Trametinib in C32"],
            jobs.Items.Select(j => j.Title).Order());
    }

    [Fact]
    public async Task LaunchSamples_TwoProcessesAtOnce_MakeOneBatch()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        var batches = await Task.WhenAll(
            Task.Run(() => portal.Get<LaunchSamples>().RunAsync(default)), Task.Run(() => other.Get<LaunchSamples>().RunAsync(default)));
        Assert.Equal(1, Assert.Single(batches, b => b is not null));
        Assert.Equal(4, (await portal.Get<ListJobs>().RunAsync(new JobQuery(), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task LaunchSamples_SwitchedOff_MakesNothing()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Samples:Enabled", "false"));
        Assert.Null(await portal.Get<LaunchSamples>().RunAsync(default));
        Assert.Equal(0, (await portal.Get<ListJobs>().RunAsync(new JobQuery(), Samples.Anybody, default)).Total);
    }
}
