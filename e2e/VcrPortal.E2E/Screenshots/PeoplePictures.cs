using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using VcrPortal.E2E.Pages.Vocabulary;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Screenshots;

/// <summary>What two people who talk about a trace meet: accounts, discussion, revising, inbox; and what an administrator does.</summary>
internal static class PeoplePictures
{
    /// <param name="ana">Talks, becomes the administrator, and revises.</param>
    /// <param name="bob">Watches, and is told.</param>
    /// <param name="token">The token from the server's console.</param>
    public static async Task TakeAsync(Camera camera, Visitor ana, Visitor bob, string token)
    {
        await camera.TakeAsync(ana, "register", "/account/register");
        await camera.TakeAsync(ana, "sign-in", "/account/sign-in");
        await SignUpPage.SignUpAsync(ana, "ana");
        await SignUpPage.SignUpAsync(bob, "bob");
        var trace = await (await TracesPage.OpenAsync(ana, TracesPage.AddressOf("Binimetinib"))).FirstAsync();
        await camera.TakeAsync(ana, "account", "/account");
        await camera.TakeAsync(ana, "account-delete", "/account/delete");
        await camera.TakeAsync(ana, "recover", "/account/recover");
        await WatchAsync(bob, trace);
        await TalkAsync(ana, trace);
        await camera.TakeAsync(ana, "discussion", trace + "?about=n:n1", DisagreesAsync);
        await MarkAsync(ana, trace);
        await camera.TakeAsync(ana, "passages", trace + "#discussion");
        await camera.TakeAsync(ana, "shared", await ShareAsync(ana));
        await camera.TakeAsync(bob, "inbox", "/inbox");
        await camera.TakeAsync(ana, "inbox-empty", "/inbox");
        await camera.TakeAsync(bob, "person", "/u/ana");
        await camera.TakeAsync(bob, "person-comments", "/u/ana?show=comments");
        await CollectionPictures.TakeAsync(camera, ana, trace);
        await BecomeAdminAsync(ana, token);
        await camera.TakeAsync(ana, "revise", RevisePage.PathOf(trace));
        await camera.TakeAsync(
            ana, "revise-board", trace + "/revise", page => Expect(new GraphEditorPage(page).Claims.First).ToBeVisibleAsync());
        await camera.TakeAsync(ana, "jobs-signed-in", "/jobs?show=all");
        await camera.TakeAsync(ana, "batches-signed-in", "/jobs?show=batches");
        await camera.TakeAsync(ana, "trace-board", BoardPage.PathOf(trace), page => Expect(new BoardPage(page).Fitted).ToBeVisibleAsync());
        await ReviseAsync(ana, trace);
        await camera.TakeAsync(ana, "trace-revised-history", trace + "/history");
        await camera.TakeAsync(ana, "trace-diff", trace + "/diff/1..2");
        await camera.TakeAsync(ana, "admin", "/admin");
        await camera.TakeAsync(ana, "admin-knowledge", "/admin/knowledge");
        await camera.TakeAsync(ana, "admin-flags", "/admin/flags");
        await camera.TakeAsync(ana, "admin-log", "/admin/log");
        await camera.TakeAsync(ana, "admin-models", "/admin/models");
        await camera.TakeAsync(ana, "admin-health", "/admin/health");
        await camera.TakeAsync(ana, "import-traces", ImportTracesPage.Path);
        await ReviewAsync(camera, ana);
        await SuggestionAsync(camera, ana, bob, trace);
        await VocabularyAsync(camera, ana, bob);
    }

    private static async Task ReviewAsync(Camera camera, Visitor visitor)
    {
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await (await ReviewQueuePage.OpenAsync(visitor)).EnqueueAsync("Trametinib");
        await camera.TakeAsync(visitor, "review-queue", ReviewQueuePage.Path);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        var review = await (await ReviewQueuePage.OpenAsync(visitor)).TakeNextAsync();
        var path = review.Path;
        await camera.TakeAsync(visitor, "review-blind", path);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await (await ReviewPage.OpenAsync(visitor, path)).JudgeAsync(0);
        await camera.TakeAsync(visitor, "review-revealed", path);
        await camera.TakeAsync(visitor, "review-agreement", ReviewQueuePage.Agreement);
        await camera.TakeAsync(visitor, "review-calibration", ReviewQueuePage.Calibration);
    }

    private static async Task SuggestionAsync(Camera camera, Visitor ana, Visitor bob, string trace)
    {
        await camera.TakeAsync(bob, "suggest", GraphEditorPage.PathOf(trace), async page =>
        {
            var editor = await GraphEditorPage.ArriveAsync(page);
            await editor.TurnFirstAsync();
            await Expect(editor.Effects).ToContainTextAsync("no longer follows");
        });
        await bob.Page.SetViewportSizeAsync(1440, 900);
        var suggestion = await (await RevisePage.OpenAsync(bob, trace)).SuggestAsync(
            lines =>
            {
                var first = Array.FindIndex(lines, line => line.Contains("\"down\"", StringComparison.Ordinal));
                return [.. lines.Select((line, at) => at == first ? line.Replace("\"down\"", "\"up\"", StringComparison.Ordinal) : line)];
            },
            "It rises in this line, as two papers measured.");
        await camera.TakeAsync(ana, "suggestion", suggestion);
        await camera.TakeAsync(ana, "suggestions", trace + "/suggestions");
    }

    private static async Task VocabularyAsync(Camera camera, Visitor ana, Visitor bob)
    {
        await camera.TakeAsync(ana, "primitives", PrimitivePage.List);
        await camera.TakeAsync(ana, "primitive", PrimitivePage.PathOf("binds_to"));
        await camera.TakeAsync(ana, "proposal-new", NewProposalPage.Path);
        await bob.Page.SetViewportSizeAsync(1440, 900);
        var form = await NewProposalPage.LookAsync(bob, "one molecule holds another");
        await form.FillAsync(
            "sequesters", "One molecule holds another so that it cannot act.",
            "actor | Entity | needed | what holds\ntarget | Entity | needed | what is held",
            """sequesters(id="n1", actor="BCL2", target="BCL2L11")""", """binds_to(id="n1", actor="BCL2", target="BCL2L11")""", "MAP2K");
        var proposal = (await form.ProposeAsync()).Path;
        await camera.TakeAsync(ana, "proposals", NewProposalPage.List);
        await camera.TakeAsync(ana, "proposal", proposal, _ => new ProposalPage(ana).DryRunAsync());
    }

    /// <summary>Printed right after the start; what is printed later pushes it out of what is kept.</summary>
    public static async Task<string> TokenAsync(IPage page, PortalProcess portal)
    {
        var token = AccountPage.TokenOf(portal);
        for (var look = 0; look < 100 && token.Length == 0; look++)
        {
            await page.GotoAsync("/account/sign-in");
            token = AccountPage.TokenOf(portal);
        }
        return token;
    }

    private static async Task WatchAsync(Visitor visitor, string trace)
    {
        await (await TracesPage.OpenAsync(visitor, TracesPage.AddressOf("Trametinib"))).WatchAsync();
        await (await OpenToTalkAsync(visitor, trace)).WatchAsync();
    }

    /// <summary>At desk width, where the discussion has a tab; the camera leaves a page as a phone.</summary>
    private static async Task<DiscussionPanel> OpenToTalkAsync(Visitor visitor, string trace)
    {
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        var talk = (await TracePage.OpenToDiscussAsync(visitor, trace)).Discussion;
        await talk.IsLiveAsync();
        return talk;
    }

    private static async Task TalkAsync(Visitor visitor, string trace)
    {
        var talk = await OpenToTalkAsync(visitor, trace);
        await talk.ChooseAsync("n:n1");
        await talk.SayAsync("Is [n1] the *only* target? The table lists two, see [1].");
        await Expect(talk.Comments).ToHaveCountAsync(1);
        await talk.AnswerAsync("It is: the other one is its paralogue. @bob, do you agree?");
        await Expect(talk.Comments).ToHaveCountAsync(2);
    }

    private static async Task MarkAsync(Visitor visitor, string trace)
    {
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        var page = await TracePage.OpenToDiscussAsync(visitor, trace);
        await page.Discussion.IsLiveAsync();
        await page.ReportPane.SelectAsync("MEK inhibitor");
        await page.ReportPane.PressAsync("Doubt");
        await page.Discussion.SayAsync("Which of the two proteins is meant?");
        await Expect(page.ReportPane.Signs).ToHaveCountAsync(1);
    }

    /// <returns>The address of a link to a private trace.</returns>
    private static async Task<string> ShareAsync(Visitor visitor)
    {
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await job.Audience.MakePrivateAsync();
        return await job.Audience.MakeLinkAsync("in a week");
    }

    private static async Task DisagreesAsync(IPage page)
    {
        var talk = new DiscussionPanel(page);
        await talk.Disagree.ClickAsync();
        await Expect(talk.Reason).ToBeVisibleAsync();
    }

    private static async Task BecomeAdminAsync(Visitor visitor, string token)
    {
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        var account = await AccountPage.OpenAsync(visitor);
        await account.ShowTokenAsync(token);
        await Expect(account.Administration).ToBeVisibleAsync();
    }

    /// <summary>Turns the effect on the second target round, and takes the last claim away.</summary>
    private static async Task ReviseAsync(Visitor visitor, string trace)
    {
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await (await RevisePage.OpenAsync(visitor, trace)).ReviseAsync(
            lines => [.. lines[..^1].Select((line, at) => at == 5 ? line.Replace("\"down\"", "\"up\"", StringComparison.Ordinal) : line)],
            "The second target was drawn the wrong way round.");
    }
}
