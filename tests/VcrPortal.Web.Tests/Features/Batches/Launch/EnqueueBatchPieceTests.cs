using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Launch;

/// <summary>A large batch comes into the queue piece by piece; each record becomes one job, whatever happens meanwhile.</summary>
public class EnqueueBatchPieceTests
{
    private static readonly (string, string)[] Large = [("Launch:VisitorBatchLimit", "5000"), ("Launch:VisitorBatches", "2")];

    [Fact]
    public async Task Launch_OfALargeBatch_PutsOnlyItsFirstPieceIntoTheQueue_AndCountsAll()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        var number = await portal.LaunchBatchAsync(1203);
        await using var db = portal.Db();
        Assert.Equal(500, await db.Jobs.CountAsync());
        Assert.Equal((1203, 1203, null), (await BatchAsync(portal, number)) is var b ? (b.Total, b.Queued, b.FinishedAt) : default);
        Assert.Equal(1203, (await portal.Get<PortalCounts>().RunAsync(default)).Waiting);
    }

    [Fact]
    public async Task LayOut_UntilNothingIsLeft_GivesEveryRecordItsJobInOrder()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        var number = await portal.LaunchBatchAsync(1203);
        var alone = await portal.LaunchAsync(); // in between: the batch has its numbers already
        while (await portal.Get<EnqueueBatchPiece>().RunAsync(default)) { }
        await using var db = portal.Db();
        Assert.Equal(
            Enumerable.Range(1, 1203),
            await db.Jobs.Where(j => j.BatchNumber == number).OrderBy(j => j.Number).Select(j => j.Number).ToListAsync());
        Assert.Equal(1204, alone);
        Assert.Equal(
            Enumerable.Range(0, 1203).Select(i => $"c{i} in C32"),
            await db.Jobs.Where(j => j.BatchNumber == number).OrderBy(j => j.Number).Select(j => j.Title).ToListAsync());
        Assert.Equal(1204, await db.JobRecords.Select(r => r.JobNumber).Distinct().CountAsync());
        Assert.False(await db.BatchPieces.AnyAsync());
    }

    [Fact]
    public async Task LayOut_ByManyWorkersAtOnce_DoublesNothing()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        await using var other = await TestPortal.StartAsync(beside: portal);
        await portal.LaunchBatchAsync(2600);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            while (await (i % 2 == 0 ? portal : other).Get<EnqueueBatchPiece>().RunAsync(default)) { }
        })));
        await using var db = portal.Db();
        Assert.Equal(2600, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task LayOut_ThatDiesInTheMiddle_LeavesThePieceWhole_AndGoesOnLater()
    {
        var disk = new FullDisk();
        await using var portal = await TestPortal.StartAsync(interceptor: disk, settings: Large);
        await portal.LaunchBatchAsync(700);
        disk.RefusesInsertsInto = "\"JobRecords\"";
        await Assert.ThrowsAnyAsync<Exception>(() => portal.Get<EnqueueBatchPiece>().RunAsync(default));
        await using var db = portal.Db();
        Assert.Equal((500, 200), (await db.Jobs.CountAsync(), await db.BatchPieces.SumAsync(p => p.Count)));
        disk.RefusesInsertsInto = null;
        Assert.True(await portal.Get<EnqueueBatchPiece>().RunAsync(default));
        Assert.Equal((700, false), (await db.Jobs.CountAsync(), await portal.Get<EnqueueBatchPiece>().RunAsync(default)));
    }

    [Fact]
    public async Task LayOut_ASmallBatch_DoesNotWaitForTheWholeOfALargeOne()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        await portal.LaunchBatchAsync(2000, "large");
        await portal.Get<EnqueueBatchPiece>().RunAsync(default);
        var small = await portal.LaunchBatchAsync(600, "small");
        await portal.Get<EnqueueBatchPiece>().RunAsync(default);
        await using var db = portal.Db();
        Assert.Equal(600, await db.Jobs.CountAsync(j => j.BatchNumber == small)); // its second piece came before the third of the other
        Assert.Equal(1000, await db.Jobs.CountAsync(j => j.BatchNumber != small));
    }

    [Fact]
    public async Task LayOut_OfAPrivateBatch_KeepsItPrivate()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>()
            .RunAsync("mine", [.. Enumerable.Range(0, 501).Select(i => Samples.Record($"c{i}"))], true, Samples.Ana, default);
        await portal.Get<EnqueueBatchPiece>().RunAsync(default);
        await using var db = portal.Db();
        Assert.True(await db.Jobs.AllAsync(j => j.IsPrivate && j.VisitorKey == "ana"));
        Assert.Equal(0, (await portal.Get<PortalCounts>().RunAsync(default)).Waiting);
    }

    [Fact]
    public async Task Quota_CountsABatchOfWhichOnlyPiecesAreLeft()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorBatchLimit", "5000"));
        await portal.LaunchBatchAsync(501);
        await using var db = portal.Db();
        await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Completed));
        Assert.Equal(
            new BatchOutcome.QuotaReached(1),
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default));
    }

    [Fact]
    public async Task Claim_TakesWhatPeopleLaunchBeforeAnyBatch()
    {
        await using var portal = await TestPortal.StartAsync(settings: Large);
        await portal.LaunchBatchAsync(1203);
        var alone = await portal.LaunchAsync();
        Assert.Equal(alone, (await portal.BeginNextAsync())!.JobNumber);
    }

    private static async Task<BatchSummary> BatchAsync(TestPortal portal, int number) =>
        (await portal.Get<ReadBatch>().RunAsync(number, Samples.Anybody, default))!;
}
