using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reviewing;

/// <summary>A contributor suggests a change to a graph, and a reviewer takes some of it.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class SuggestionJourneys(PortalFixture shared)
{
    // ETS1 and the genes that it regulates, in the trace of the starter pack.
    private const string Factor = "n11", Genes = "n16";

    [E2EFact]
    public async Task Contributor_TurnsETS1_MendsWhatContradicts_AndAReviewerTakesOneHunkOfTwo()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var cora = await shared.Chromium.VisitAsync(portal.Address);
        await using var rea = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        await AdminPage.AppointAsync(ana, rea, "rea", "Reviewer");
        await SignUpPage.SignUpAsync(cora, "cora");
        var path = (await TracePage.OfNewJobAsync(cora, "Binimetinib", "C32")).Path;
        await Expect((await TracePage.OpenAsync(cora, path + "#" + Factor)).Details(Factor)).ToContainTextAsync("Supported by");

        var suggestion = await SuggestAsync(cora, path);
        cora.HasNoProblems();

        var revision = await DecideAsync(rea, suggestion);
        await HasNewVerdictsAndItsAuthorAsync(rea, path, revision);
        rea.HasNoProblems();
    }

    /// <returns>The path of the suggestion.</returns>
    private static async Task<string> SuggestAsync(Visitor cora, string path)
    {
        await cora.Page.SetViewportSizeAsync(1440, 1100);
        var editor = await GraphEditorPage.OpenAsync(cora.Page, path);
        await editor.Claim(Factor).ClickAsync();
        await Expect(editor.Field("target")).ToHaveValueAsync("ETS1");
        await editor.Field("direction").SelectOptionAsync("up");
        await Expect(editor.Effects).ToContainTextAsync($"{Genes} CCND1 and 4 more no longer follows");
        await Expect(editor.Claim(Genes)).ToContainTextAsync("no longer follows");
        await Expect(editor.Effects).ToContainTextAsync("its reason says “MAPK1 activates it");
        await Expect(editor.Contradicted).ToHaveCountAsync(2);
        Assert.Empty(await Accessibility.FindAsync(cora.Page));

        await editor.Button($"turn-{Genes}").ClickAsync();
        await Expect(editor.Effects).Not.ToContainTextAsync("no longer follows: ");
        await editor.RewriteAsync(sentence => sentence.Replace("**ETS1** [n11], ", "", StringComparison.Ordinal)
            + " The activity of **ETS1** [n11] is expected to rise.");
        await editor.RewriteAsync(sentence => sentence.Replace("expected to fall", "expected to rise", StringComparison.Ordinal));
        await editor.SuggestAsync("ETS1 is freed of what holds it in this line.");
        var suggestion = new Uri(cora.Page.Url).AbsolutePath;
        editor = await GraphEditorPage.OpenAsync(cora.Page, path);
        await editor.HasForgottenAsync(); // what was sent is no work that goes on
        await Expect(editor.Changes).ToContainTextAsync("Nothing yet");
        return suggestion;
    }

    /// <returns>The number of the revision that comes of it.</returns>
    private static async Task<int> DecideAsync(Visitor rea, string path)
    {
        var suggestion = await SuggestionPage.OpenAsync(rea, path);
        await Expect(suggestion.State).ToHaveTextAsync("open");
        await Expect(suggestion.Changes).ToHaveCountAsync(2);
        await Expect(suggestion.ReportChanges.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        Assert.Empty(await Accessibility.FindAsync(rea.Page));
        await suggestion.RejectAsync(2);
        await suggestion.AcceptWhatIsTickedAsync("The genes were measured to fall.");
        await Expect(suggestion.LeftBehind).ToContainTextAsync("CCND1");
        Assert.Empty(await Accessibility.FindAsync(rea.Page));
        await suggestion.AcceptAllTheSameAsync();
        await Expect(suggestion.State).ToHaveTextAsync("accepted in part");
        await Expect(suggestion.Decision).ToHaveTextAsync("The genes were measured to fall.");
        return await suggestion.ReadRevisionAsync();
    }

    private static async Task HasNewVerdictsAndItsAuthorAsync(Visitor rea, string path, int revision)
    {
        var revised = await TracePage.OpenAsync(rea, path + "#" + Factor);
        await Expect(revised.Details(Factor)).ToContainTextAsync("Disputed by"); // it was supported as it stood
        await Expect(revised.WrittenBy(Factor)).ToHaveTextAsync($"Written by cora, revision {revision}");
        await Expect(revised.Report).ToContainTextAsync("VEGFA is expected to rise");
        await Expect(revised.Contradicted).ToContainTextAsync("VEGFA is expected to rise"); // its graph was not taken
        Assert.Empty(await Accessibility.FindAsync(rea.Page));
        revised = await TracePage.OpenAsync(rea, path + "#" + Genes);
        await Expect(revised.Details(Genes)).ToContainTextAsync("mRNA falls");
        await Expect(revised.WrittenBy(Genes)).ToHaveTextAsync("Written by Built-in engine");
    }
}
