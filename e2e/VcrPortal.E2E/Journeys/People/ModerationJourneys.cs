using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>A comment is flagged, a moderator holds it back and gives it back, and both sides hear of it.</summary>
[Collection(PeopleCollection.Name)]
public class ModerationJourneys(PortalFixture shared)
{
    private const string Said = "Jane Roe took it in ward seven.";

    [E2EFact]
    public async Task Flag_IsUpheldWithAReason_HoldsTheCommentBack_AndIsTakenBack()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var mod = await shared.Chromium.VisitAsync(portal.Address);
        await using var cora = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(mod, "mod");
        await AccountPage.BecomeAdminAsync(mod, portal);
        await SignUpPage.SignUpAsync(cora, "cora");
        await SignUpPage.SignUpAsync(bob, "bob");
        var trace = (await TracePage.OfNewJobAsync(cora, "Binimetinib", "C32")).Path;
        var said = await TalkAsync(cora, trace);
        await said.SayAsync(Said);
        await Expect(said.Comments).ToContainTextAsync([Said]);

        await FlagAsync(bob, trace);
        var flags = await FlagsPage.OpenAsync(mod);
        await Expect(flags.Main).ToContainTextAsync(Said);
        Assert.Empty(await Accessibility.FindAsync(mod.Page));
        await flags.DecideAsync("Uphold", "It names a patient.");
        await Expect(flags.Main).ToContainTextAsync("Nothing waits for a decision.");
        await Expect(said.Comments.First).ToContainTextAsync("A moderator holds this comment back."); // without a reload
        await Expect((await InboxPage.OpenAsync(bob)).Main).ToContainTextAsync("your flag on a comment is upheld: It names a patient.");
        await Expect((await InboxPage.OpenAsync(cora)).Main).ToContainTextAsync("a flag on your comment is upheld");

        await flags.ShowAsync("Upheld");
        await flags.DecideAsync("Take it back", "She agreed to it.");
        await Expect(flags.Main).ToContainTextAsync("There is none.");
        await Expect((await TalkAsync(bob, trace)).Comments.First).ToContainTextAsync(Said);
        Assert.Empty(mod.Problems);
        Assert.Empty(bob.Problems);
    }

    private static async Task<DiscussionPanel> TalkAsync(Visitor visitor, string trace)
    {
        await visitor.Page.GotoAsync(trace);
        var panel = new DiscussionPanel(visitor.Page);
        await panel.OpenAsync();
        await panel.IsLiveAsync();
        return panel;
    }

    private static async Task FlagAsync(Visitor bob, string trace)
    {
        await (await TalkAsync(bob, trace)).FlagAsync();
        var flag = new FlagPage(bob);
        await Expect(flag.Text).ToContainTextAsync(Said);
        await flag.FlagAsync("Personal data", "It names a patient.");
        await Expect(flag.Own).ToContainTextAsync("It is open");
        Assert.Empty(await Accessibility.FindAsync(bob.Page));
    }
}
