using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>People talk about claims while others look on.</summary>
[Collection(PeopleCollection.Name)]
public class DiscussionJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Comment_AndItsAnswer_AppearWithTheOtherPerson_WithoutAReload()
    {
        await using var ana = await shared.VisitAsync();
        await using var bob = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(ana, "ana-asks");
        await SignUpPage.SignUpAsync(bob, "bob-asks");
        var hers = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var his = await TracePage.OpenToDiscussAsync(bob, hers.Path);
        await Expect(hers.Discussion.Region).ToContainTextAsync("bob-asks");

        await his.Discussion.ChooseAsync("n:n5");
        await his.Discussion.SayAsync("Is [n5] an **assumption**, @ana-asks?");
        await Expect(hers.Discussion.Comments).ToHaveCountAsync(1);
        await Expect(hers.Discussion.Comments.First).ToContainTextAsync("Is n5 an assumption, @ana-asks?");
        await hers.Discussion.AnswerAsync("It follows from two sources.");
        await Expect(his.Discussion.Comments).ToHaveCountAsync(2);
        await ana.Page.ReloadAsync(); // the header is a document
        await Expect(new SiteHeader(ana.Page).UnreadInbox).ToBeVisibleAsync();
        foreach (var visitor in (Visitor[])[ana, bob]) visitor.HasNoProblems();
    }

    [E2EFact, Trait("Category", "Long")]
    public async Task Claim_MovedByARevision_KeepsItsThread_AndSaysWhatItWas()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        await SignUpPage.SignUpAsync(bob, "bob");
        var path = (await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32")).Path;
        var his = (await TracePage.OpenToDiscussAsync(bob, path)).Discussion;
        await his.ChooseAsync("n:n5");
        await his.SayAsync("Is [n5] an assumption?");
        await Expect(his.Comments).ToHaveCountAsync(1);

        await MoveAsync(ana, path, "n5", "n55");
        await Expect(his.Notice).ToContainTextAsync("Revision 2 is the latest");
        await his.Notice.GetByText("See it").ClickAsync();
        await his.OpenAsync();
        await Expect(his.ThreadSubjects.First).ToContainTextAsync("was n5");
        await Expect(his.SubjectLink("Claim n55")).ToBeVisibleAsync();
        await his.ChooseAsync("n:n55");
        await his.SayAsync("Now it is [n55].");
        await Expect(his.Comments).ToHaveCountAsync(2);
        foreach (var visitor in (Visitor[])[ana, bob]) visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Reader_WithoutACircuit_IsToldOfNews_AndSeesItAfterTheLink()
    {
        await using var ana = await shared.VisitAsync();
        await using var reader = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(ana, "ana-is-read");
        var said = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var read = (await TracePage.OpenToDiscussAsync(reader, said.Path)).Discussion;
        await said.Discussion.SayAsync("Which table is it from?");
        await said.Discussion.AnswerAsync("From the first one.");
        await Expect(said.Discussion.Comments).ToHaveCountAsync(2);

        await read.OffersNewsAsync("2 new");
        await read.FollowNewsAsync();
        await Expect(read.Comments).ToHaveCountAsync(2);
        Assert.Empty(reader.Sockets);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Comment_HalfWritten_IsThereAgainAfterAReload()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "dan-types");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Trametinib", "A549")).Discussion;
        await talk.Say.FillAsync("Half a sentence");
        await talk.KeepsTheDraftAsync();
        await visitor.Page.ReloadAsync();
        await Expect(talk.Say).ToHaveValueAsync("Half a sentence");
    }

    [E2EFact]
    public async Task Comment_HalfWrittenOnAClaim_StandsThereAgain_AfterATurnToAnotherAndAReload()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "eva-turns");
        var trace = await TracePage.OfNewJobToDiscussAsync(visitor, "Trametinib", "A549");
        var talk = trace.Discussion;
        await trace.Graph.Claim("n1").ClickAsync();
        await Expect(talk.SayForm).ToContainTextAsync("n1");
        await talk.Say.FillAsync("Of this claim");
        await trace.Graph.Claim("n2").ClickAsync(); // before anything rests
        await Expect(talk.SayForm).ToContainTextAsync("n2");
        await trace.Graph.Claim("n1").ClickAsync();
        await Expect(talk.Say).ToHaveValueAsync("Of this claim");
        await visitor.Page.ReloadAsync();
        await Expect(talk.SayForm).ToContainTextAsync("n1");
        await Expect(talk.Say).ToHaveValueAsync("Of this claim");
    }

    [E2EFact]
    public async Task Comment_ThatIsRefused_StaysInItsBox()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "lou-is-long");
        var talk = (await TracePage.OfNewJobToDiscussAsync(visitor, "Trametinib", "A549")).Discussion;
        var text = new string('y', 10_001);
        await talk.SayAsync(text);
        await Expect(talk.Refusal).ToContainTextAsync("at most 10,000 characters");
        await Expect(talk.Say).ToHaveValueAsync(text);
    }

    [E2EFact]
    public async Task Comment_EditedInTwoPlacesAtOnce_ShowsBothVersions()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "eve-edits");
        var trace = await TracePage.OfNewJobToDiscussAsync(visitor, "Vemurafenib", "A549");
        var here = trace.Discussion;
        await here.SayAsync("first words");
        await Expect(here.Comments).ToHaveCountAsync(1);
        var window = await visitor.Page.Context.NewPageAsync();
        await window.GotoAsync(trace.Path + "#discussion");
        var there = new DiscussionPanel(window);
        foreach (var panel in (DiscussionPanel[])[here, there]) await panel.BeginEditAsync();
        await here.SaveEditAsync("faster words");
        await Expect(here.Comments.First).ToContainTextAsync("faster words");
        await there.SaveEditAsync("slower words");
        await Expect(there.Conflict).ToContainTextAsync("faster words");
        await Expect(there.Conflict).ToContainTextAsync("slower words");
        await there.SaveMineAsync();
        await Expect(here.Comments.First).ToContainTextAsync("slower words");
        await here.ShowEarlierVersionsAsync();
        await Expect(here.EarlierVersions).ToHaveCountAsync(2);
    }

    [E2EFact]
    public async Task Claim_IsDisagreedWithForAReason_AndDiscussedByKeyboardAlone()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "kay-keys");
        var trace = await TracePage.OfNewJobToDiscussAsync(visitor, "Dabrafenib", "C32");
        var (page, talk) = (visitor.Page, trace.Discussion);
        await trace.Graph.Claim("n1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Keyboard.EnterAsync(page, trace.TalkOf("n1"));
        await Expect(talk.Say).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Measured in three plates.");
        await Keyboard.EnterAsync(page, talk.Send);
        await Expect(talk.Comments).ToHaveCountAsync(1);
        await Expect(trace.TalkOf("n1")).ToContainTextAsync("1 comment");

        await talk.About.FocusAsync();
        await Keyboard.EnterAsync(page, talk.Disagree);
        await Keyboard.TabToAsync(page, talk.Reason);
        await page.Keyboard.TypeAsync("wrong d");
        await Keyboard.EnterAsync(page, talk.SendDisagreement);
        await Expect(talk.Votes).ToContainTextAsync("1 disagrees (wrong direction)");
        await Accessibility.AssertNoFindingAsync(visitor, new Uri(page.Url).PathAndQuery);
    }

    private static async Task MoveAsync(Visitor visitor, string path, string id, string to)
    {
        var revise = await RevisePage.OpenAsync(visitor, path);
        var trace = await revise.ReviseAsync(
            lines => [.. lines.Select(line => line.Replace($"\"{id}\"", $"\"{to}\"", StringComparison.Ordinal))],
            "Another id for the same claim.");
        await Expect(trace.Main).ToContainTextAsync("Revision 2");
    }
}
