using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>A program watches a job over the hub, with the client that others would use.</summary>
[Collection(PeopleCollection.Name)]
public class MachineJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Hub_WatchedFromTheFirstEvent_GivesEveryNumberOnceAndEndsWithCompleted()
    {
        var job = await RunJobAsync();
        var events = await WatchAsync(job, from: 1);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Sequence));
        Assert.Equal("job-completed", events[^1].Kind);
    }

    [E2EFact]
    public async Task Hub_WatchedFromTheMiddle_GivesTheTailOnly()
    {
        var job = await RunJobAsync();
        var all = await WatchAsync(job, from: 1);
        var middle = all.Count / 2;
        Assert.Equal(all.Skip(middle - 1), await WatchAsync(job, from: middle));
    }

    private async Task<int> RunJobAsync()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        return job.Number;
    }

    private Task<List<HubEvent>> WatchAsync(int job, int from) => HubWatch.ReadAsync(portal.Portal.Address, job, from);
}
