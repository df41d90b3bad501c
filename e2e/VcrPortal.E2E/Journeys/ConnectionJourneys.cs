using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>A live page whose tab is put away, or whose connection drops: nothing that was typed is lost.</summary>
[Collection(PeopleCollection.Name)]
public class ConnectionJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Comment_HalfWrittenInATabThatIsPutAway_IsThereWhenItIsLookedAtAgain_AndTheServerHeldNothingMeanwhile()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await using var admin = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(admin, "boss");
        await AccountPage.BecomeAdminAsync(admin, portal);
        await SignUpPage.SignUpAsync(visitor, "pia-pauses");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Binimetinib", "C32")).Discussion;
        var (notice, health) = (new ConnectionNotice(visitor.Page), new HealthPage(admin));
        await talk.SayAsync("First words.");
        await Expect(talk.Comments).ToHaveCountAsync(1);
        await talk.BeginAnswerAsync("Half an answer");
        await talk.Say.FillAsync("Half a sentence");
        await health.ShowsCircuitsAsync(1);

        await notice.PutAwayAsync(isHidden: true);
        await health.ShowsCircuitsAsync(0);
        await notice.PutAwayAsync(isHidden: false);
        await health.ShowsCircuitsAsync(1);
        await notice.IsGoneAsync();
        await Expect(talk.Say).ToHaveValueAsync("Half a sentence");
        await Expect(talk.AnswerBox).ToHaveValueAsync("Half an answer");

        await talk.Send.ClickAsync();
        await Expect(talk.Comments).ToHaveCountAsync(2);
        await Expect(talk.Comments.Last).ToContainTextAsync("Half a sentence");
        await Expect(talk.AnswerBox).ToHaveValueAsync("Half an answer");
        Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task Page_ThatIsPaused_SaysSo_AndGoesOnByItsButton()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "gus-goes-on");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Trametinib", "C32")).Discussion;
        var notice = new ConnectionNotice(visitor.Page);
        await talk.Say.FillAsync("Kept over a pause");
        Assert.True(await notice.PauseAsync());
        await notice.SaysAsync("Paused while nobody looked.");
        await notice.GoOn.ClickAsync();
        await notice.IsGoneAsync();
        await Expect(talk.Say).ToHaveValueAsync("Kept over a pause");
    }

    [E2EFact]
    public async Task Comment_TypedWhileTheConnectionIsLost_IsSentWhole()
    {
        await using var visitor = await shared.VisitAsync();
        IWebSocketRoute? socket = null;
        var isDown = false;
        await visitor.Page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            socket = route;
            if (isDown) _ = route.CloseAsync();
            else route.ConnectToServer();
        });
        await SignUpPage.SignUpAsync(visitor, "dee-drops");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Cobimetinib", "A549")).Discussion;
        var notice = new ConnectionNotice(visitor.Page);
        await talk.Say.FillAsync("Before the drop,");
        isDown = true;
        await socket!.CloseAsync(new() { Code = 4000 });
        await notice.SaysAsync("Connection lost.");
        await talk.Say.FillAsync("Before the drop, and after it.");
        isDown = false;
        await notice.IsGoneAsync();
        await talk.Send.ClickAsync();
        await Expect(talk.Comments).ToContainTextAsync("Before the drop, and after it.");
    }

    [E2EFact]
    public async Task Comment_TypedWhileTheServerStartsAnew_IsInItsBoxAgain()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(visitor, "rae-restarts");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Dabrafenib", "A549")).Discussion;
        var notice = new ConnectionNotice(visitor.Page);
        await portal.KillAsync();
        await notice.SaysAsync("Connection lost.");
        await talk.Say.FillAsync("Typed into the void");
        await portal.StartAsync();
        await notice.IsGoneAsync();
        await Expect(talk.Say).ToHaveValueAsync("Typed into the void");
        await talk.Send.ClickAsync();
        await Expect(talk.Comments).ToContainTextAsync("Typed into the void");
    }
}
