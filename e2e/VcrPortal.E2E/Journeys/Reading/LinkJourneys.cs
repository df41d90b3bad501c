using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Somebody opens an address that somebody else has sent.</summary>
[Collection(ReadersCollection.Name)]
public class LinkJourneys(PortalFixture portal)
{
    [E2ETheory]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task AnAddressOfAFrozenRevision_LandsOnItsThing_InView(int width, bool hasScript)
    {
        await using var maker = await portal.VisitAsync();
        var trace = await TracePage.OfNewJobAsync(maker, "Binimetinib", "C32");
        var link = (await trace.LinkIdsAsync())[0];
        await using var reader = await portal.VisitAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = hasScript });
        foreach (var (id, says) in ((string, string)[])[("n4", "n4: "), (link, "the link "), ("ev-1", "Evidence 1.")])
        {
            await reader.Page.GotoAsync("about:blank"); // an address, not a jump within the page
            await reader.Page.GotoAsync($"{trace.Path}@1#{Uri.EscapeDataString(id)}");
            var opened = new TracePage(reader);
            await Expect(opened.Anchor(id)).ToBeInViewportAsync();
            if (hasScript) await Expect(opened.Arrived).ToContainTextAsync(says);
        }
        reader.HasNoProblems();
    }

    [E2ETheory]
    [InlineData(1440, true)]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task AnAddressOfAComment_LandsOnIt_AlsoInAFrozenRevision(int width, bool hasScript)
    {
        await using var talker = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(talker, $"lin-links-{width}-{hasScript}".ToLowerInvariant());
        var trace = await TracePage.OfNewJobToDiscussAsync(talker, "Binimetinib", "C32");
        foreach (var text in (string[])["Is this measured?", "In which cells?", "Here it is: PRISM."])
        {
            await trace.Discussion.SayAsync(text);
            await Expect(trace.Discussion.Region).ToContainTextAsync(text);
        }
        var comment = await trace.Discussion.Comments.Filter(new() { HasText = "In which cells?" }).GetAttributeAsync("id");
        await using var reader = await portal.VisitAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = hasScript });
        foreach (var path in (string[])[trace.Path, $"{trace.Path}@1"])
        {
            await reader.Page.GotoAsync("about:blank");
            await reader.Page.GotoAsync($"{path}#{comment}");
            var opened = new TracePage(reader);
            await Expect(opened.Anchor(comment!)).ToBeInViewportAsync();
            await Expect(opened.Anchor(comment!)).ToContainTextAsync("In which cells?");
        }
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task ALinkThatIsChosen_ShowsItsTwoClaimsItsVerdictAndWhereToDiscussIt()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var trace = await TracePage.OfNewJobAsync(reader, "Trametinib", "C32");
        var link = (await trace.LinkIdsAsync())[0];
        await trace.ChooseLinkAsync(link);
        var details = trace.ShownDetails;
        await Expect(details).ToHaveIdAsync(link);
        await Expect(details).ToContainTextAsync("Its two claims");
        foreach (var claim in link[2..].Split('>'))
            await Expect(details.GetByRole(AriaRole.Link, new() { Name = claim, Exact = true })).ToBeVisibleAsync();
        await Expect(details.GetByRole(AriaRole.Link, new() { Name = "Discuss" })).ToBeVisibleAsync();
        await Accessibility.AssertNoFindingAsync(reader, new Uri(reader.Page.Url).PathAndQuery);
        reader.HasNoProblems();
    }
}
