using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Listing;

public class ListBatchesTests
{
    [Fact]
    public async Task Batches_AreFoundByTitleAndStanding_SortedAndPaged()
    {
        await using var portal = await WithThreeAsync();
        Assert.Equal("Third Second first", await TitlesAsync(portal, new()));
        Assert.Equal("first", await TitlesAsync(portal, new("FIR")));
        Assert.Equal("Second", await TitlesAsync(portal, new(Standing: BatchStanding.Stopped)));
        Assert.Equal("first", await TitlesAsync(portal, new(Standing: BatchStanding.Finished)));
        Assert.Equal("Third", await TitlesAsync(portal, new(Standing: BatchStanding.Running)));
        Assert.Equal("first Third Second", await TitlesAsync(portal, new(Sort: BatchSort.Records)));
        Assert.Equal("Second Third first", await TitlesAsync(portal, new(Sort: BatchSort.Records, Descending: true)));
        Assert.Equal("first", await TitlesAsync(portal, new(Page: 2, PageSize: 2)));
        Assert.Equal(3, (await portal.Get<ListBatches>().RunAsync(new(Page: 2, PageSize: 2), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task Batch_InTheList_HasTheSameCountsAsOnItsPage()
    {
        await using var portal = await WithThreeAsync();
        var listed = (await portal.Get<ListBatches>().RunAsync(new(), Samples.Anybody, default)).Items;
        Assert.All(listed, one => Assert.Equal(
            one, portal.Get<ReadBatch>().RunAsync(one.Number, Samples.Anybody, default).GetAwaiter().GetResult()));
        Assert.Equal((1, 0), (listed[2].Completed, listed[2].Queued));
    }

    [Fact]
    public async Task Batch_ThatIsPrivate_IsInTheListOfNobodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.IsType<BatchOutcome.Launched>(
            await portal.Get<LaunchBatch>().RunAsync("hers", [Samples.Record()], true, Samples.Ana, default));
        Assert.Empty((await portal.Get<ListBatches>().RunAsync(new("hers"), Samples.Bob, default)).Items);
        Assert.Equal("hers", await TitlesAsync(portal, new(), Samples.Ana));
    }

    /// <summary>One that is finished, one that was stopped, one that waits.</summary>
    private static async Task<TestPortal> WithThreeAsync()
    {
        var portal = await TestPortal.StartAsync(settings: [("Launch:VisitorBatches", "9")]);
        await portal.LaunchBatchAsync(1, title: "first");
        await portal.RunNextAsync();
        await portal.LaunchBatchAsync(3, title: "Second");
        Assert.IsType<StopBatchOutcome.Stopped>(await portal.Get<StopBatch>().RunAsync(2, Caller.Visitor("v"), default));
        await portal.LaunchBatchAsync(2, title: "Third");
        await using var db = portal.Db();
        Assert.Equal(1, await db.Jobs.CountAsync(j => j.State == JobState.Completed));
        return portal;
    }

    private static async Task<string> TitlesAsync(TestPortal portal, BatchQuery query, Caller? caller = null) =>
        string.Join(' ', (await portal.Get<ListBatches>().RunAsync(query, caller ?? Samples.Anybody, default)).Items.Select(b => b.Title));
}
