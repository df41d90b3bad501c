using Microsoft.AspNetCore.SignalR;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

/// <summary>What programs follow over the hub, and what strangers learn by it: nothing.</summary>
public class FollowLogTests
{
    [Fact]
    public async Task APrivateJobThatWaits_EndsForAStranger_AsOneThatIsNotThere()
    {
        await using var portal = await TestPortal.StartAsync(new ManualClock()); // nothing that waits for time ever ends by itself
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), true, Samples.Ana, default)).JobNumber;
        foreach (var number in (int[])[job, job + 1])
            foreach (var from in (int[])[0, 1_000_000_000])
                Assert.Empty(await EventsAsync(portal, number, from, Caller.Visitor("stranger")));
        await using var owner = portal.Get<FollowLog>().RunAsync(job, 0, Samples.Ana, default).GetAsyncEnumerator();
        Assert.True(await owner.MoveNextAsync());
    }

    [Fact]
    public async Task ManyWhoWaitForOneJob_AreOneReaderOfItsLog()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var job = await portal.LaunchAsync();
        var (logs, feed) = (portal.Get<FollowLog>(), portal.Get<JobFeed>());
        using var gone = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 200).Select(_ => EventsAsync(portal, job, 1_000_000_000, Samples.Anybody, gone.Token)).ToList();
        await using var one = logs.RunAsync(job, 0, Samples.Anybody, gone.Token).GetAsyncEnumerator(gone.Token);
        Assert.True(await one.MoveNextAsync());
        Assert.InRange(feed.Watchers, 0, 1);
        await gone.CancelAsync();
        foreach (var each in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => each);
    }

    [Fact]
    public async Task AJobThatEnds_IsToldToItsLastEvent_FromWhicheverNumber()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var all = await EventsAsync(portal, job, 0, Samples.Anybody);
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(e => e.Sequence));
        Assert.True(all[^1].IsTerminal);
        Assert.Equal(all.Skip(3).Select(e => e.Sequence), (await EventsAsync(portal, job, 3, Samples.Anybody)).Select(e => e.Sequence));
        Assert.Empty(await EventsAsync(portal, job, 1_000_000_000, Samples.Anybody));
    }

    [Fact]
    public async Task OneConnection_MayFollowSoMany_AndAgainOnceOneEnds()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = await portal.LaunchAsync();
        List<IAsyncEnumerator<IReadOnlyList<WatchedEvent>>> open = [];
        for (var i = 0; i < HubWatches.OfOneConnection; i++)
        {
            open.Add(Watch(portal, job, "one"));
            Assert.True(await open[i].MoveNextAsync());
        }
        var refused = await Assert.ThrowsAsync<HubException>(() => Watch(portal, job, "one").MoveNextAsync().AsTask());
        Assert.Contains("Let one end", refused.Message);
        await using (var other = Watch(portal, job, "another")) Assert.True(await other.MoveNextAsync());
        await open[0].DisposeAsync();
        open[0] = Watch(portal, job, "one");
        Assert.True(await open[0].MoveNextAsync());
        foreach (var each in open) await each.DisposeAsync();
    }

    [Fact]
    public async Task OneAddress_MayFollowSoMany_OverAllItsConnections()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = await portal.LaunchAsync();
        List<IAsyncEnumerator<IReadOnlyList<WatchedEvent>>> open = [];
        for (var i = 0; i < HubWatches.OfOneAddress; i++)
        {
            open.Add(Watch(portal, job, $"connection {i}"));
            Assert.True(await open[i].MoveNextAsync());
        }
        await Assert.ThrowsAsync<HubException>(() => Watch(portal, job, "one more").MoveNextAsync().AsTask());
        foreach (var each in open) await each.DisposeAsync();
    }

    private static IAsyncEnumerator<IReadOnlyList<WatchedEvent>> Watch(TestPortal portal, int job, string connection)
    {
        var hub = new JobsHub(portal.Get<FollowLog>(), portal.Get<HubWatches>()) { Context = new HubCaller(connection: connection) };
        return hub.Watch(job, 1, default).GetAsyncEnumerator();
    }

    private static async Task<List<JobEvent>> EventsAsync(
        TestPortal portal, int job, int after, Caller caller, CancellationToken ct = default)
    {
        List<JobEvent> events = [];
        await foreach (var batch in portal.Get<FollowLog>().RunAsync(job, after, caller, ct)) events.AddRange(batch);
        return events;
    }
}
