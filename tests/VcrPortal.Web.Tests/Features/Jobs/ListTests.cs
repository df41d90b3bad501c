using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class ListTests
{
    [Fact]
    public async Task List_ShowsThePlaceInTheQueue_InteractiveJobsFirst()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record("c1"), Samples.Record("c2")], false, Caller.Visitor("v"), default);
        await portal.LaunchAsync("one");
        await portal.LaunchAsync("two");
        await portal.BeginNextAsync();
        var active = await portal.Get<ListJobs>().RunAsync(new JobQuery(ActiveOnly: true), Samples.Anybody, default);
        Assert.Equal(
            [("one in C32", null), ("two in C32", 1), ("c1 in C32", 2), ("c2 in C32", 3)],
            active.Items.Select(j => (j.Title, j.QueuePosition)));
    }

    [Fact]
    public async Task List_FiltersAndPages()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "9"));
        for (var i = 0; i < 5; i++) await portal.LaunchAsync($"c{i}", visitor: i < 2 ? "a" : "b");
        await portal.RunNextAsync();
        Assert.Equal([3, 2], Numbers(await portal.Get<ListJobs>().RunAsync(new JobQuery(Page: 2, PageSize: 2), Samples.Anybody, default)));
        Assert.Equal([2, 1], Numbers(await portal.Get<ListJobs>().RunAsync(new JobQuery(VisitorKey: "a"), Samples.Anybody, default)));
        Assert.Equal(
            [1], Numbers(await portal.Get<ListJobs>().RunAsync(new JobQuery(State: JobState.Completed), Samples.Anybody, default)));
        Assert.Equal(
            4, (await portal.Get<ListJobs>().RunAsync(new JobQuery(ActiveOnly: true, PageSize: 1), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task Batch_CountsItsJobsByState()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>()
            .RunAsync("three", [Samples.Record("c1"), Samples.Record("c2"), Samples.Record("c3")], false, Caller.Visitor("v"), default);
        await portal.RunNextAsync();
        portal.Generator.Before = (_, _) => throw new InvalidOperationException();
        await portal.RunNextAsync();
        await portal.BeginNextAsync();
        var batch = Assert.Single(await portal.Get<ReadBatch>().ListLatestAsync(5, Samples.Anybody, default));
        Assert.Equal((3, 0, 1, 1, 1, null), (batch.Total, batch.Queued, batch.Running, batch.Completed, batch.Failed, batch.FinishedAt));
        Assert.Null(await portal.Get<ReadBatch>().RunAsync(2, Samples.Anybody, default));
    }

    [Fact]
    public async Task Read_AJobThatIsNot_IsNull()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Null(await portal.Get<ReadJob>().RunAsync(1, Samples.Anybody, default));
        Assert.Same(JobProgress.Empty, await portal.Get<ReadJob>().ReadProgressAsync(1, Samples.Anybody, default));
    }

    private static IEnumerable<int> Numbers(JobPageOfResults page) => page.Items.Select(j => j.Number);
}
