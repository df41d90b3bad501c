using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>Two portals and two workers on one database and one Redis: whichever of them dies, people and jobs go on at the
/// others.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class ClusterJourneys(PortalFixture shared)
{
    [ClusterFact]
    public async Task EveryProcess_KilledInTurn_LeavesPeopleAndTheirJobToTheOthers()
    {
        await using var cluster = await PortalCluster.StartAsync(
            new(Wikipedia: shared.Wikipedia.Address, AffinityPredictor: shared.Predictor.Address));
        var first = await cluster.AddWorkerAsync();
        await using var asker = await shared.Chromium.VisitAsync(cluster.One.Address);
        await using var reader = await shared.Chromium.VisitAsync(cluster.Other.Address);
        await SignUpPage.SignUpAsync(asker, "una");

        var held = shared.Predictor.Hold();
        var job = await (await LaunchPage.OpenAsync(asker)).LaunchAsync("Binimetinib", "C32");
        await held.ReachedAsync();
        var seen = await job.OpenAsync(reader);
        await seen.ShowsSomeClaimAsync();

        // The worker that has it dies; the one that was added goes on with it.
        var second = await cluster.AddWorkerAsync();
        held = await GoesOnAfterAsync(first, held);
        await first.StartAsync();
        held = await GoesOnAfterAsync(second, held);

        // The portal on which it was launched dies: at the other its person is signed in, and says something.
        await cluster.One.KillAsync();
        await seen.ShowsAsync("Running");
        await asker.Page.GotoAsync(new Uri(cluster.Other.Address, AccountPage.Path).ToString());
        await Assertions.Expect(new AccountPage(asker).Heading).ToHaveTextAsync("una");
        await cluster.One.StartAsync();

        // The portal on which it is watched dies: the page goes on at the other.
        await cluster.Other.KillAsync();
        await reader.Page.GotoAsync(new Uri(cluster.One.Address, job.Path).ToString());
        held.Dispose();
        await seen.ShowsAsync("Completed");
        Assert.NotEmpty((await seen.GraphAsync()).Claims);
        await WasWrittenByOneAsync(cluster.One, job.Number, attempts: 3);
    }

    [ClusterFact]
    public async Task People_WhoReadAtTwoPortals_SeeEachOtherOnTheTrace()
    {
        await using var cluster = await PortalCluster.StartAsync(new());
        await cluster.AddWorkerAsync();
        await using var ana = await shared.Chromium.VisitAsync(cluster.One.Address);
        await using var bob = await shared.Chromium.VisitAsync(cluster.Other.Address);
        await SignUpPage.SignUpAsync(ana, "ana-here");
        await SignUpPage.SignUpAsync(bob, "bob-there");
        var hers = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var his = await TracePage.OpenToDiscussAsync(bob, hers.Path);
        await his.Discussion.IsLiveAsync();
        await Assertions.Expect(hers.Discussion.PeopleHere).ToContainTextAsync("bob-there");
        await bob.DisposeAsync();
        await Assertions.Expect(hers.Discussion.PeopleHere).Not.ToContainTextAsync("bob-there");
    }

    [ClusterFact]
    public async Task Redis_ThatComesBackEmpty_IsNoticedByEveryMember_AndTheJobGoesOnOnceTheyAreBack()
    {
        await using var cluster = await PortalCluster.StartAsync(
            new(Wikipedia: shared.Wikipedia.Address, AffinityPredictor: shared.Predictor.Address));
        PortalProcess[] members = [cluster.One, cluster.Other, await cluster.AddWorkerAsync(), await cluster.AddWorkerAsync()];
        int number;
        using (var held = shared.Predictor.Hold())
        {
            await using var asker = await shared.Chromium.VisitAsync(cluster.Other.Address);
            number = (await (await LaunchPage.OpenAsync(asker)).LaunchAsync("Binimetinib", "C32")).Number;
            await held.ReachedAsync();
            await cluster.Redis.KillAsync();
            await cluster.Redis.StartEmptyAsync();
            // Each ends by itself, and is started as Compose and Kubernetes do.
            var there = members.ToHashSet();
            await Until.IsSoAsync("every member had ended by itself", async () =>
            {
                foreach (var ended in there.Where(m => m.HasEnded).ToArray())
                {
                    await ended.StartAsync();
                    there.Remove(ended);
                }
                return there.Count == 0;
            });
        }
        await Until.IsSoAsync("the job was over", async () =>
        {
            await cluster.StartWhoeverEndedAsync();
            return (await cluster.One.ReadDatabaseAsync(
                "SELECT Sequence, Kind FROM JobEvents WHERE JobNumber = @number AND Kind = 'job-completed'", number)).Count == 1;
        });
        var log = await cluster.One.ReadDatabaseAsync(
            "SELECT Sequence, Kind FROM JobEvents WHERE JobNumber = @number ORDER BY Sequence", number);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Number));
        Assert.Single(await cluster.One.ReadDatabaseAsync("SELECT Number, Title FROM Traces WHERE JobNumber = @number", number));
    }

    /// <summary>Kills the worker whose job waits at the predictor.</summary>
    /// <returns>The hold on the next attempt, which has come to the same place.</returns>
    private async Task<HeldSource.Held> GoesOnAfterAsync(PortalProcess worker, HeldSource.Held held)
    {
        var next = shared.Predictor.Hold();
        var since = Stopwatch.GetTimestamp();
        await worker.KillAsync();
        held.Dispose(); // nobody waits there any more
        await next.ReachedAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"went on {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s after the kill"));
        return next;
    }

    /// <summary>The log has no gap and nothing twice, and each attempt began once.</summary>
    private static async Task WasWrittenByOneAsync(PortalProcess portal, int job, int attempts)
    {
        var events = await HubWatch.ReadAsync(portal.Address, job);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Sequence));
        Assert.Equal(attempts, events.Count(e => e.Kind == "job-started"));
        Assert.Equal("job-completed", events[^1].Kind);
    }
}
