using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

public class JobFeedTests
{
    private const int Events = 4000;

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    public async Task Watch_WithLostRingsAndLateJoiners_MissesAndRepeatsNothing(int percentOfRingsLost)
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var feed = portal.Get<JobFeed>();
        var number = await portal.LaunchAsync();
        var claim = await portal.BeginNextAsync();
        var dice = new Random(7);
        List<Task<List<int>>> watchers = [Task.Run(() => WatchAsync(feed, number, 0))];

        for (var written = 0; written < Events; written += 200)
        {
            await AppendAsync(portal, claim!, 200);
            if (dice.Next(100) >= percentOfRingsLost) feed.Ring(number);
            if (written % 800 == 0) watchers.Add(Task.Run(() => WatchAsync(feed, number, after: written)));
            clock.Advance(JobFeed.Beat);
        }
        await portal.Get<FinishJob>().RunAsync(claim!, new JobEnd.Failed("the end"), null, default);

        var last = (await portal.JobAsync(number)).LastSequence;
        var seen = await clock.RunAsync(Task.WhenAll(watchers), JobFeed.SlowPoll);
        Assert.Equal(Events + 3, last); // queued, started, failed
        Assert.All(seen, s => Assert.Equal(Enumerable.Range(s[0], last - s[0] + 1), s));
        Assert.Equal(1, seen[0][0]);
        Assert.Equal(0, feed.Watchers);
    }

    [Fact]
    public async Task Watch_ByTwoHundredWhileAThirdOfTheRingsIsLost_MissesAndRepeatsNothing()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var feed = portal.Get<JobFeed>();
        var number = await portal.LaunchAsync();
        var claim = await portal.BeginNextAsync();
        var dice = new Random(30);
        var watchers = Enumerable.Range(0, 200).Select(_ => Task.Run(() => WatchAsync(feed, number, 0))).ToList();
        for (var written = 0; written < 600; written += 20)
        {
            await AppendAsync(portal, claim!, 20);
            if (dice.Next(100) >= 30) feed.Ring(number);
            clock.Advance(JobFeed.Beat);
        }
        await portal.Get<FinishJob>().RunAsync(claim!, new JobEnd.Failed("the end"), null, default);

        var last = (await portal.JobAsync(number)).LastSequence;
        var seen = await clock.RunAsync(Task.WhenAll(watchers), JobFeed.SlowPoll);
        Assert.All(seen, s => Assert.Equal(Enumerable.Range(1, last), s));
        Assert.Equal(0, feed.Watchers);
    }

    [Fact]
    public async Task Watch_AppendedByAnotherProcess_ComesWithTheSlowPoll()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await using var other = await TestPortal.StartAsync(clock, beside: portal);
        var number = await portal.LaunchAsync();
        await using var watch = portal.Get<JobFeed>().WatchAsync(number, after: 1, default).GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();
        await other.BeginNextAsync();
        Assert.True(await clock.RunAsync(next, JobFeed.SlowPoll));
        Assert.IsType<JobEventBody.Started>(Assert.Single(watch.Current).Body);
    }

    [Fact]
    public async Task Watch_AJobThatIsOver_GivesTheRestAndEnds()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var last = (await portal.JobAsync(number)).LastSequence;
        Assert.Equal(Enumerable.Range(3, last - 2), await WatchAsync(portal.Get<JobFeed>(), number, after: 2));
        Assert.Empty(await WatchAsync(portal.Get<JobFeed>(), number, after: last));
    }

    [Fact]
    public async Task Watch_AJobThatIsNot_Ends()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Empty(await WatchAsync(portal.Get<JobFeed>(), 404, after: 0));
    }

    [Fact]
    public async Task Watch_WhenTheTabCloses_LeavesNothingBehind()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        using var gone = new CancellationTokenSource();
        var watching = WatchAsync(portal.Get<JobFeed>(), number, after: 1, gone.Token);
        Assert.Equal(1, portal.Get<JobFeed>().Watchers);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(0, portal.Get<JobFeed>().Watchers);
    }

    [Fact]
    public async Task Hub_StreamsFromTheNumberAsked_AsPrograms_ReadIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        using var hub = new JobsHub(portal.Get<FollowLog>(), portal.Get<HubWatches>()) { Context = new HubCaller() };
        List<WatchedEvent> events = [];
        await foreach (var batch in hub.Watch(number, fromSequence: 2, default)) events.AddRange(batch);
        Assert.Equal((2, "job-started"), (events[0].Sequence, events[0].Kind));
        Assert.Equal("job-completed", events[^1].Kind);
        Assert.Equal("stage-planned", events[1].Data.GetProperty("kind").GetString());
    }

    private static async Task<List<int>> WatchAsync(JobFeed feed, int job, int after, CancellationToken ct = default)
    {
        List<int> seen = [];
        await foreach (var batch in feed.WatchAsync(job, after, ct)) seen.AddRange(batch.Select(e => e.Sequence));
        return seen;
    }

    private static async Task AppendAsync(TestPortal portal, JobClaim claim, int count)
    {
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var first = await EventLog.TakeAsync(db, claim, count, default);
        JobEventBody[] bodies = [
            .. Enumerable.Range(0, count)
            .Select(i => new JobEventBody.Generated(new GenerationEvent.StageProgressed(Stage.Report, $"{i}")))];
        await EventLog.WriteAsync(db, claim.JobNumber, first!.Value, portal.Get<TimeProvider>().GetUtcNow().UtcDateTime, bodies, default);
        await transaction.CommitAsync();
    }
}
