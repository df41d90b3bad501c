using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>A job of the built-in engine is over in a second; it can be watched afterwards.</summary>
[Collection(ReadersCollection.Name)]
public class ReplayJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task LongReport_StaysOffTheGraph_OnAPhoneATabletAndADesk()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await job.OpenAsync(visitor);
        foreach (var (width, height) in ((int, int)[])[(390, 844), (900, 700), (1440, 900)])
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            await Expect(job.Report).ToContainTextAsync("Binimetinib");
            Assert.Empty(await job.SpilledAsync());
        }
    }

    [E2EFact]
    public async Task FinishedJob_OpensAtItsEnd_IsPlayedFromItsStart_AndAMomentOfItIsSharedByItsLink()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await job.OpenAsync(visitor);
        var end = (await job.GraphAsync()).Ids;
        var claims = await job.Graph.Claims.CountAsync();
        Assert.InRange(claims, 4, int.MaxValue);

        await job.Moment.PressAsync("Home"); // chosen before anything plays
        await Expect(job.MomentText).ToContainTextAsync("Event 0 of");
        await job.ShowsClaimsAsync(0);
        await Expect(job.Play).ToBeEnabledAsync();

        await job.OpenAsync(visitor);
        await job.Replay.ClickAsync();
        await Expect(job.Moment).ToBeEnabledAsync();
        await job.Moment.PressAsync("Home");
        await job.ShowsClaimsAsync(0);
        await job.PlayAsync("20×");
        await job.ShowsSomeClaimAsync();
        await Expect(job.Play).ToBeVisibleAsync(); // it stands still again: at the end
        await job.ShowsClaimsAsync(claims);
        Assert.Equal(end, (await job.GraphAsync()).Ids);

        await job.Moment.PressAsync("Home");
        await Expect(job.MomentText).ToContainTextAsync("Event 0 of");
        await job.Moment.PressAsync("PageUp"); // some way into it
        await Expect(job.MomentText).Not.ToContainTextAsync("Event 0 of");
        var (moment, link) = (await job.MomentText.InnerTextAsync(), await job.MomentLink.GetAttributeAsync("href"));
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        await reader.Page.GotoAsync(link!);
        await Expect(new JobPage(reader, job.Number).MomentText).ToHaveTextAsync(moment);
        visitor.HasNoProblems();
    }
}
