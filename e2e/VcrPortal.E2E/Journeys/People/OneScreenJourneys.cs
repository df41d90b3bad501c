using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>A reader goes from a claim to what it rests on to somebody who knows more, without leaving the screen.</summary>
[Collection(PeopleCollection.Name)]
public class OneScreenJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Claim_ItsEvidence_AndACommentThatCallsSomebody_StandOnOneScreen()
    {
        await using var asked = await shared.VisitAsync();
        await using var asker = await shared.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await SignUpPage.SignUpAsync(asked, "zora-knows");
        await SignUpPage.SignUpAsync(asker, "abe-asks");
        var trace = await TracePage.OfNewJobAsync(asker, "Binimetinib", "C32");
        await trace.BeginOneScreenAsync();
        await trace.Graph.Claim("n4").ClickAsync();
        await trace.Tab("Evidence").ClickAsync();
        await Expect(trace.Details("n4")).ToContainTextAsync("Checks");

        await trace.Tab("Claim").ClickAsync();
        await trace.TalkOf("n4").ClickAsync();
        var talk = trace.Discussion;
        await talk.IsLiveAsync();
        await Expect(talk.SayForm).ToContainTextAsync("n4");
        await Expect(talk.Say).ToBeFocusedAsync();
        await asker.Page.Keyboard.TypeAsync("Which table says so, @zo");
        await Expect(talk.People).ToContainTextAsync("@zora-knows");
        await asker.Page.Keyboard.PressAsync("Enter");
        await Expect(talk.Say).ToHaveValueAsync("Which table says so, @zora-knows ");
        await asker.Page.Keyboard.TypeAsync("?");
        await talk.Send.ClickAsync();
        await Expect(talk.Comments).ToContainTextAsync("Which table says so, @zora-knows ?");
        Assert.True(await trace.IsOneScreenAsync());

        await asked.Page.GotoAsync("/"); // the header is a document
        await Expect(new SiteHeader(asked.Page).UnreadInbox).ToBeVisibleAsync();
        asker.HasNoProblems();
    }
}
