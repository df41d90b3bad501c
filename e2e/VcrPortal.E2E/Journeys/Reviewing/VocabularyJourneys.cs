using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Vocabulary;
using VcrPortal.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reviewing;

/// <summary>The language grows: a primitive is proposed, tried, accepted, and written by the next job. Its model is a stand-in that writes
/// one claim of the new kind.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class VocabularyJourneys(PortalFixture shared)
{
    private const string Name = "sequesters";

    private static readonly string Explanation = BinimetinibAnswers.Explanation.Replace(
        "</explain>", $"""{Name}(id="n4", actor="BCL2", target="BCL2L11", via="n2")""" + "\n</explain>", StringComparison.Ordinal)
        .Replace("</dag>", "edge(\"n2\", \"n4\", relation=\"causal\")\n</dag>", StringComparison.Ordinal);

    [E2EFact]
    public async Task Primitive_IsProposedTriedAndAcceptedByTwo_WrittenByTheNextJob_AndFoundByBrowse()
    {
        await using var model = await FakeModelServer.StartAsync(
            q => q.IsAboutClaims ? new ModelReply.Says(Explanation) : BinimetinibAnswers.Answer(q));
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()), ("Models__0__Model", "fake-1"),
            ("Models__0__ApiKey", FakeModelServer.Key),
        ]));
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await using var eva = await shared.Chromium.VisitAsync(portal.Address);
        await using var edo = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(eva, "eva");
        await AccountPage.BecomeAdminAsync(eva, portal);
        await AdminPage.AppointAsync(eva, edo, "edo", "Editor");
        await SignUpPage.SignUpAsync(ana, "ana");
        var before = await TracePage.OfNewJobAsync(ana, "Binimetinib", "C32");
        await Expect(before.Vocabulary).ToHaveTextAsync("vcr-20 version 1");

        var proposal = await ProposeAsync(ana);
        await AcceptAsync(await ProposalPage.OpenAsync(edo, proposal), await ProposalPage.OpenAsync(eva, proposal));
        await Accessibility.AssertNoFindingAsync(eva, proposal);

        await IsWrittenAndFoundAsync(ana);
        ana.HasNoProblems();
    }

    /// <returns>The path of the proposal.</returns>
    private static async Task<string> ProposeAsync(Visitor ana)
    {
        var form = await NewProposalPage.LookAsync(ana, "one molecule holds another");
        await Expect(form.Closest.First).ToBeVisibleAsync();
        await form.FillAsync(
            Name, "One molecule holds another so that it cannot act.",
            "actor | Entity | needed | what holds\ntarget | Entity | needed | what is held",
            $"""{Name}(id="n1", actor="BCL2")""", """binds_to(id="n1", actor="BCL2", target="BCL2L11")""", "MAP2K");
        await form.CheckAsync();
        await Expect(form.Problems).ToContainTextAsync("Examples, line 1"); // what is held is missing
        await form.ChangeExampleAsync($"""{Name}(id="n1", actor="BCL2", target="BCL2L11")""");
        await form.CheckAsync();
        await Expect(form.Checked).ToContainTextAsync("Sound");
        return (await form.ProposeAsync()).Path;
    }

    private static async Task AcceptAsync(ProposalPage first, ProposalPage second)
    {
        await first.DryRunAsync();
        await Expect(first.DryRunResult).ToContainTextAsync("in 1 of 1 traces"); // both targets are bound
        await first.AcceptAsync();
        await Expect(first.Decision).ToContainTextAsync("1 of 2 editors have accepted");
        await second.AcceptAsync();
        await Expect(second.State).ToHaveTextAsync("accepted");
        await Expect(second.Decision).ToContainTextAsync("version 2 of the vocabulary");
    }

    private static async Task IsWrittenAndFoundAsync(Visitor ana)
    {
        await Expect((await InboxPage.OpenAsync(ana)).Main).ToContainTextAsync($"{Name}: accepted, in version 2 of the vocabulary");
        var launch = await LaunchPage.OpenAsync(ana);
        await launch.Agents.CheckAsync();
        var job = await launch.LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = await job.OpenTraceAsync();
        await Expect(trace.Vocabulary).ToHaveTextAsync("vcr-20 version 2");
        var path = trace.Path;

        var primitive = await PrimitivePage.OpenAsync(ana, Name);
        await Expect(primitive.Use).ToContainTextAsync("1 claim in 1 trace");
        await Accessibility.AssertNoFindingAsync(ana, PrimitivePage.PathOf(Name));
        var found = await (await PrimitivePage.OpenAsync(ana, Name)).BrowseAsync();
        await Expect(found.Links).ToHaveCountAsync(1);
        Assert.Equal(path, await found.FirstAsync());
    }
}
