using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>A live page whose tab is put away, or whose connection drops: nothing that was typed is lost.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
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
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Page_ThatIsPaused_SaysSo_AndGoesOnByItsButton()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "gus-goes-on");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Trametinib", "C32")).Discussion;
        var notice = new ConnectionNotice(visitor.Page);
        await talk.Say.FillAsync("Kept over a pause");
        await talk.KeepsTheDraftAsync(); // a page is paused minutes after its last key
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
        var line = await Line.OfAsync(visitor.Page);
        await SignUpPage.SignUpAsync(visitor, "dee-drops");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Cobimetinib", "A549")).Discussion;
        var notice = new ConnectionNotice(visitor.Page);
        await talk.Say.FillAsync("Before the drop,");
        await line.CutAsync();
        await notice.SaysAsync("Connection lost.");
        await talk.Say.FillAsync("Before the drop, and after it.");
        line.Mend();
        await notice.IsGoneAsync();
        await talk.Send.ClickAsync();
        await Expect(talk.Comments).ToContainTextAsync("Before the drop, and after it.");
    }

    [E2EFact]
    public async Task Claim_DraggedWhileTheConnectionIsLost_LosesNothing_AndTheDrawingGoesOn()
    {
        await using var visitor = await shared.VisitAsync();
        var line = await Line.OfAsync(visitor.Page);
        await visitor.Page.SetViewportSizeAsync(1440, 1100);
        await SignUpPage.SignUpAsync(visitor, "dag-drags");
        var path = (await TracePage.OfNewJobAsync(visitor, "Cobimetinib", "C32")).Path;
        var notice = new ConnectionNotice(visitor.Page);
        var editor = await GraphEditorPage.OpenAsync(visitor.Page, path);
        var claims = await editor.Claims.CountAsync();
        await editor.Kind("modulates_pathway_activity").ClickAsync();
        await Expect(editor.Claims).ToHaveCountAsync(claims + 1);
        await editor.BeginDragAsync("n1", 60, 30);
        await line.CutAsync();
        await notice.SaysAsync("Connection lost.");
        await editor.EndDragAsync();
        line.Mend();
        await notice.IsGoneAsync();
        await Expect(editor.Claims).ToHaveCountAsync(claims + 1);
        await editor.DrawLinkAsync("n1", await editor.Picker.InputValueAsync());
        await editor.Button("undo").ClickAsync();
        await Expect(editor.Said).ToHaveTextAsync("Undone.");
        await Expect(editor.Claim("n1")).ToBeVisibleAsync();
    }

    [E2EFact]
    public async Task Upload_CutOffInTheMiddle_IsSentWhole_OnceThePageIsLoadedAgain()
    {
        const string record = """{"context": {"cell type": "C32"}, "perturbations": [{"name": "binimetinib"}]}""";
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "una-cut-off");
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.OpenUploadAsync();
        await launch.Pasted.FillAsync(record);
        await visitor.Page.RouteAsync("**/jobs/new**", route => route.AbortAsync());
        await launch.CheckAsync();
        await Expect(launch.Pasted).ToHaveCountAsync(0); // the browser's own page has come
        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ReloadAsync(); // as the browser offers
        await Expect(launch.Pasted).ToHaveValueAsync(record);
        await Expect(launch.Found).ToContainTextAsync("1 of 1 records can be launched");
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
