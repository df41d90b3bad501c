using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Somebody who launches a job, shows it to one person only, mends its trace, and hears of others like it.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class OwnerJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task PrivateTrace_IsThereForItsOwnerAndAGuest_AndForNobodyElse()
    {
        await using var owner = await shared.VisitAsync();
        await using var guest = await shared.VisitAsync();
        await using var stranger = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(owner, "olive-owns");
        await SignUpPage.SignUpAsync(guest, "gil-is-invited");
        var job = await (await LaunchPage.OpenAsync(owner)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = (await job.OpenTraceAsync()).Path;
        await job.OpenAsync(owner);
        await job.Audience.MakePrivateAsync();
        await job.Audience.InviteAsync("gil-is-invited");

        Assert.Equal(200, (await owner.Page.GotoAsync(trace))!.Status);
        Assert.Equal(200, (await guest.Page.GotoAsync(trace))!.Status);
        Assert.Equal(404, (await stranger.Page.GotoAsync(trace))!.Status);
        await Accessibility.AssertNoFindingAsync(owner, job.Path);
        owner.HasNoProblems();
    }

    [E2EFact]
    public async Task Trace_IsRevisedByAnEditor_WhoseReasonEverybodyReads()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var owner = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(owner, "ada");
        await AccountPage.BecomeAdminAsync(owner, portal);
        var path = (await TracePage.OfNewJobAsync(owner, "Binimetinib", "C32")).Path;
        await Accessibility.AssertNoFindingAsync(owner, RevisePage.PathOf(path));
        var revise = await RevisePage.OpenAsync(owner, path);
        var trace = await revise.ReviseAsync(lines => lines[..^1], "Its last claim has no evidence.");
        await Expect(trace.Main).ToContainTextAsync("Its last claim has no evidence.");
        await Accessibility.AssertNoFindingAsync(owner, path + "/history");
        await Accessibility.AssertNoFindingAsync(owner, path + "/diff/1..2");
        owner.HasNoProblems();
    }

    [E2EFact]
    public async Task WatchedSearch_TellsOfATraceThatSomebodyElseMade_Once()
    {
        await using var owner = await shared.VisitAsync();
        await using var other = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(owner, "wim-watches");
        await (await TracesPage.OpenAsync(owner, TracesPage.AddressOf("Binimetinib"))).WatchAsync();
        await Accessibility.AssertNoFindingAsync(owner, TracesPage.AddressOf("Binimetinib"));
        await TracePage.OfNewJobAsync(other, "Binimetinib", "LOX-IMVI");

        await Accessibility.AssertNoFindingAsync(owner, InboxPage.Path);
        var inbox = await InboxPage.OpenAsync(owner);
        await Expect(inbox.Watched).ToContainTextAsync("1 new");
        await Expect((await inbox.OpenSearchAsync("Binimetinib")).Heading).ToHaveTextAsync("Traces");
        await InboxPage.OpenAsync(owner);
        await Expect(inbox.Watched).ToContainTextAsync("nothing new");
        owner.HasNoProblems();
    }
}
