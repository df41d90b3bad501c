using System.Diagnostics;
using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reviewing;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reviewing;

/// <summary>Reviewers judge traces that they see nothing else of, differ, and are settled by a third.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class ReviewJourneys(PortalFixture shared, ITestOutputHelper output)
{
    /// <summary>Traces that are judged in one flow.</summary>
    private const int Flow = 10;

    [E2EFact]
    public async Task Two_JudgeBlind_AndDiffer_AThirdSettlesIt_AndAlphaIsWhatAHandCalculates()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await using var cleo = await shared.Chromium.VisitAsync(portal.Address);
        await using var dan = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        await AdminPage.AppointAsync(ana, bob, "bob", "Reviewer");
        await AdminPage.AppointAsync(ana, cleo, "cleo", "Reviewer");
        await AdminPage.AppointAsync(ana, dan, "dan", "Reviewer");
        var job = await (await LaunchPage.OpenAsync(ana)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = (await job.OpenTraceAsync()).Path;
        await (await ReviewQueuePage.OpenAsync(ana)).EnqueueAsync("Binimetinib");

        var first = await (await ReviewQueuePage.OpenAsync(bob)).TakeNextAsync();
        await Accessibility.AssertNoFindingAsync(bob, first.Path);
        var claims = await first.JudgeAsync(0);
        await Expect(first.Revealed).ToBeVisibleAsync();

        // What bob said is nowhere for whoever is still to judge.
        await Expect((await ReviewPage.OpenAsync(cleo, trace)).JudgeFirst).ToBeVisibleAsync();
        await Accessibility.AssertNoFindingAsync(cleo, trace);
        await Expect((await ReviewPage.OpenAsync(cleo, job.Path)).JudgeFirst).ToBeVisibleAsync();
        var second = await (await ReviewQueuePage.OpenAsync(cleo)).TakeNextAsync();
        await Expect(second.State).ToHaveTextAsync("blind until you judge");
        await second.JudgeAsync(0, 1);
        await Expect(second.State).ToHaveTextAsync("reviewers differ");
        await Expect(second.Revealed).ToContainTextAsync("bob");

        var third = await ReviewPage.OpenAsync(dan, first.Path);
        await Accessibility.AssertNoFindingAsync(dan, first.Path);
        await third.SettleAsync("Holds as stated", "The direction is as measured.");
        await Expect(third.State).ToHaveTextAsync("accepted");
        await Accessibility.AssertNoFindingAsync(dan, first.Path);

        await ShowsAlphaAsync(dan, claims);
        cleo.HasNoProblems();
    }

    [E2EFact]
    public async Task Reviewer_JudgesTenTraces_ByKeysAlone()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        await AdminPage.AppointAsync(ana, bob, "bob", "Reviewer");
        var pairs = await LaunchPairsPage.OpenAsync(ana);
        await pairs.Compounds.FillAsync("Binimetinib");
        Assert.Equal(Flow, await pairs.FillAsync(Flow));
        await (await pairs.LaunchAsync()).IsDoneAsync();
        await (await ReviewQueuePage.OpenAsync(ana)).EnqueueAsync("Binimetinib");

        await ReviewQueuePage.OpenAsync(bob);
        var review = new ReviewPage(bob);
        var start = Stopwatch.GetTimestamp();
        for (var at = 0; at < Flow; at++)
        {
            await review.NextByKeyAsync();
            await review.JudgeByKeysAsync("1");
        }
        output.WriteLine($"{Flow} traces were judged by keys alone in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");

        await review.ListKeysByKeyAsync();
        await review.NextByKeyAsync(); // nothing is left: the queue says so
        await Expect(new ReviewQueuePage(bob).Rows).ToHaveCountAsync(0);
        bob.HasNoProblems();
    }

    /// <summary>Two answers to each claim, of which three say that it does not hold and two claims are answered alike but one: with N
    /// answers alpha is 1 − (N − 1) · 2 / (2 · 3 · (N − 3)).</summary>
    private static async Task ShowsAlphaAsync(Visitor visitor, int claims)
    {
        await visitor.Page.GotoAsync(ReviewQueuePage.Agreement);
        var answers = 2 * claims;
        var alpha = 1 - (answers - 1) * 2.0 / (2.0 * 3 * (answers - 3));
        await Expect(new ReviewQueuePage(visitor).Alpha).ToContainTextAsync(
            alpha.ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−'));
        await Accessibility.AssertNoFindingAsync(visitor, ReviewQueuePage.Agreement);
        await Accessibility.AssertNoFindingAsync(visitor, ReviewQueuePage.Calibration);
        await Accessibility.AssertNoFindingAsync(visitor, ReviewQueuePage.Path + "?show=Decided");
    }
}
