using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Somebody shows a private trace by a link, and takes the link back.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class ShareJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Link_OpensForAStrangerWithoutAScript_AndIsRevoked()
    {
        await using var owner = await shared.VisitAsync();
        await using var stranger = await shared.VisitAsync(new() { JavaScriptEnabled = false });
        await SignUpPage.SignUpAsync(owner, "sol-shares");
        var job = await (await LaunchPage.OpenAsync(owner)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = (await job.OpenTraceAsync()).Path;
        await job.OpenAsync(owner);
        await job.Audience.MakePrivateAsync();
        var address = await job.Audience.MakeLinkAsync("in a week");

        Assert.Equal(404, (await stranger.Page.GotoAsync(trace))!.Status);
        var (page, answer) = await SharedPage.OpenAsync(stranger, address);
        Assert.Equal(200, answer.Status);
        var headers = await answer.AllHeadersAsync();
        Assert.Equal("no-referrer", headers["referrer-policy"]);
        Assert.Contains("noindex", headers["x-robots-tag"], StringComparison.Ordinal);
        Assert.Contains("no-store", headers["cache-control"], StringComparison.Ordinal);
        await Expect(page.Answer).ToContainTextAsync("Binimetinib");
        await Expect(page.Main).ToContainTextAsync("The link expires on");
        await Expect(page.Boxes).ToHaveCountAsync(0);

        await using var reader = await shared.VisitAsync();
        await Accessibility.AssertNoFindingAsync(reader, address);
        Assert.Empty(reader.Sockets);
        await job.OpenAsync(owner);
        await job.Audience.RevokeAsync();
        var (closed, refused) = await SharedPage.OpenAsync(stranger, address);
        Assert.Equal(410, refused.Status);
        await Expect(closed.Heading).ToHaveTextAsync("This link opens nothing");
        owner.HasNoProblems();
    }

    [E2EFact]
    public async Task Link_WhoseTimeHasRunOut_OpensNothing_AndIsGoneFromItsOwnersList()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var owner = await shared.Chromium.VisitAsync(portal.Address);
        await using var stranger = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(owner, "eli-shares");
        var job = await (await LaunchPage.OpenAsync(owner)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await job.Audience.MakePrivateAsync();
        var address = await job.Audience.MakeLinkAsync("in a day");
        Assert.Equal(200, (await SharedPage.OpenAsync(stranger, address)).Answer.Status);

        await portal.LinksRunOutAsync();
        var (page, refused) = await SharedPage.OpenAsync(stranger, address);
        Assert.Equal(410, refused.Status);
        await Expect(page.Main).ToContainTextAsync("It has expired");
        await job.OpenAsync(owner);
        await Expect(job.Audience.OpenLinks).ToHaveCountAsync(0);
        owner.HasNoProblems();
    }
}
