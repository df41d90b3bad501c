using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>A job belongs to the server: it outlives a tab, and the server's own process.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class SurvivalJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Server_KilledInTheMiddleOfAJob_FinishesItAfterItsRestart()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        JobPage job;
        using (var held = shared.Predictor.Hold())
        {
            job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
            await held.ReachedAsync();
            await job.ShowsSomeClaimAsync();
            await portal.KillAsync();
        }
        await portal.StartAsync();
        await visitor.Page.GotoAsync(job.Path);
        await job.ShowsAsync("Completed");
        Assert.NotEmpty((await job.GraphAsync()).Claims);
    }

    [E2EFact]
    public async Task Tab_ClosedInTheMiddleOfAJob_LeavesItGoingOn()
    {
        JobPage job;
        using (var held = shared.Wikipedia.Hold())
        {
            await using var leaving = await shared.VisitAsync();
            job = await (await LaunchPage.OpenAsync(leaving)).LaunchAsync("Vemurafenib", "C32");
            await held.ReachedAsync();
        }
        await using var returning = await shared.VisitAsync();
        var again = await job.OpenAsync(returning);
        await again.ShowsAsync("Completed");
        Assert.NotEmpty((await again.GraphAsync()).Claims);
    }

    [E2EFact]
    public async Task FirstStart_WithSamples_FillsThePortalByItself()
    {
        await using var portal = await shared.StartAnotherAsync(samples: true);
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var traces = await TracesPage.OpenAsync(visitor);
        // Reading is a document: a person who waits loads the list again.
        for (var looks = 0; looks < 100 && await traces.Links.CountAsync() == 0; looks++) await visitor.Page.ReloadAsync();
        Assert.NotEqual(0, await traces.Links.CountAsync());
    }
}
