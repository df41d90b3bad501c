using System.Text.Json;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>People mark passages of a report and write about them.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class AnnotationJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task TwoPeople_AnnotateOnePassage_AndSeeEachOther()
    {
        await using var ana = await shared.VisitAsync();
        await using var bob = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(ana, "ana-marks");
        await SignUpPage.SignUpAsync(bob, "bob-marks");
        var hers = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var his = await TracePage.OpenToDiscussAsync(bob, hers.Path);
        await his.Discussion.IsLiveAsync();

        await hers.ReportPane.SelectAsync("Binimetinib");
        await hers.ReportPane.PressAsync("Doubt");
        await Expect(hers.Discussion.Passages).ToContainTextAsync("doubts");
        await Expect(hers.ReportPane.Signs).ToHaveCountAsync(1);
        await Expect(his.ReportPane.Signs).ToHaveCountAsync(1); // without a reload
        await his.ReportPane.Signs.ClickAsync();
        await Expect(his.Discussion.Passages).ToContainTextAsync("ana-marks");
        await his.Discussion.OwnMark("Support").ClickAsync();
        await his.Discussion.SayAsync("Which dose?");

        await Expect(hers.Discussion.Passages).ToContainTextAsync("supports");
        await Expect(hers.Discussion.Comments.First).ToContainTextAsync("Which dose?");
        Assert.Empty(await Accessibility.FindAsync(ana.Page));
        Assert.Empty(await Accessibility.FindInColoursAsync(ana.Page));
        foreach (var visitor in (Visitor[])[ana, bob]) visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task OnePerson_FollowsAnotherThroughTheTrace_UntilTheyHide()
    {
        await using var ana = await shared.VisitAsync();
        await using var bob = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(ana, "ana-follows");
        await SignUpPage.SignUpAsync(bob, "bob-leads");
        var hers = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var his = await TracePage.OpenToDiscussAsync(bob, hers.Path);
        await his.Discussion.IsLiveAsync();
        var follow = hers.Discussion.Follow("bob-leads");
        await follow.ClickAsync();
        await Expect(follow).ToHaveAttributeAsync("aria-pressed", "true");
        await his.Graph.Claim("n4").ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#n4$"));
        await Expect(hers.Discussion.PeopleHere).ToContainTextAsync("at n4");

        await Expect(hers.Discussion.SayForm).ToContainTextAsync("n4");
        await hers.Discussion.Say.PressSequentiallyAsync("Which");
        await his.Graph.Claim("n6").ClickAsync();
        await Expect(hers.Discussion.PeopleHere).ToContainTextAsync("at n6");
        await ana.Page.Keyboard.TypeAsync(" dose?"); // nothing moves in the middle of what she writes
        await Expect(hers.Discussion.Say).ToHaveValueAsync("Which dose?");
        Assert.EndsWith("#n4", ana.Page.Url, StringComparison.Ordinal);
        await hers.Graph.Claim("n1").ClickAsync(); // her own way is the end of following
        await Expect(follow).ToHaveAttributeAsync("aria-pressed", "false");

        await his.Discussion.ShowWhereIAm.ClickAsync();
        await Expect(hers.Discussion.PeopleHere).Not.ToContainTextAsync("bob-leads");
        foreach (var visitor in (Visitor[])[ana, bob]) visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Sentence_IsAnnotatedByKeyboardAlone_AndTheDraftIsKept()
    {
        await using var kim = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(kim, "kim-types");
        var trace = await TracePage.OfNewJobToDiscussAsync(kim, "Binimetinib", "C32");
        await Keyboard.EnterAsync(kim.Page, trace.ReportPane.Annotate);
        await Expect(trace.ReportPane.Said).ToContainTextAsync("Arrow keys choose a sentence");
        await kim.Page.Keyboard.PressAsync("ArrowDown");
        await kim.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await kim.Page.Keyboard.PressAsync("Enter");
        await kim.Page.Keyboard.PressAsync("Enter");
        await Expect(trace.Discussion.ChosenPassage).ToBeVisibleAsync();
        await Expect(trace.Discussion.Say).ToBeFocusedAsync();
        await kim.Page.Keyboard.TypeAsync("From which table?");
        await trace.Discussion.KeepsTheDraftAsync();
        await trace.Discussion.Send.PressAsync("Enter");
        await Expect(trace.ReportPane.Signs).ToHaveCountAsync(1);
        await Expect(trace.Discussion.Comments).ToContainTextAsync("From which table?");
        kim.HasNoProblems();
    }

    [E2EFact]
    public async Task Passage_IsMovedByOneRevision_AndDeletedByAnother()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        var trace = await TracePage.OfNewJobToDiscussAsync(ana, "Binimetinib", "C32");
        var path = trace.Path;
        await trace.ReportPane.SelectAsync("Binimetinib");
        await trace.ReportPane.PressAsync("Question");
        await Expect(trace.ReportPane.Signs).ToHaveCountAsync(1);

        await (await RevisePage.OpenAsync(ana, path)).ReviseReportAsync(report => "Read this first.\n\n" + report, "It needs a beginning.");
        await trace.Discussion.OpenAsync();
        await Expect(trace.ReportPane.Signs).ToHaveCountAsync(1);
        await Expect(trace.ReportPane.Words.First).ToHaveTextAsync("Binimetinib");

        await (await RevisePage.OpenAsync(ana, path)).ReviseReportAsync(_ => "Nothing is known.", "None of it held.");
        await trace.Discussion.OpenAsync();
        await Expect(trace.ReportPane.Signs).ToHaveCountAsync(0);
        await Expect(trace.Discussion.Passages).ToContainTextAsync("written about text that is gone");
        ana.HasNoProblems();
    }

    [E2EFact]
    public async Task Annotations_LeaveAsWebAnnotations_WhosePlacesHoldInTheReport()
    {
        await using var eve = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(eve, "eve-exports");
        var trace = await TracePage.OfNewJobToDiscussAsync(eve, "Binimetinib", "C32");
        await trace.ReportPane.SelectAsync("Binimetinib");
        await trace.ReportPane.PressAsync("Support");
        await Expect(trace.ReportPane.Signs).ToHaveCountAsync(1);

        var answer = await eve.Page.APIRequest.GetAsync(new Uri(new Uri(eve.Page.Url), trace.Path + "/annotations.jsonl").AbsoluteUri);
        var target = JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("target");
        var text = await (await eve.Page.APIRequest.GetAsync(target.GetProperty("source").GetString()!)).TextAsync();
        var place = target.GetProperty("selector")[1];
        var (start, end) = (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32());
        Assert.Equal("Binimetinib", string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)));
        // What the file says is what a browser has.
        Assert.Equal(text, await eve.Page.EvaluateAsync<string>("() => document.querySelector('[data-passages]').textContent"));
    }
}
