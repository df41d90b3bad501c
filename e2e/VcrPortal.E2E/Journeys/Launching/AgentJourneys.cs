using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>Somebody watches language-model agents write, and plays their work again afterwards. The model is a stand-in on loopback that
/// streams answers written for the test.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public partial class AgentJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Agents_AreWatchedAtWork_AndPlayedToTheSameEnd()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var pubmed = await HeldSource.StartAsync(PubMedStandIn.AnswerAsync);
        await using var model = await FakeModelServer.StartAsync(q => BinimetinibAnswers.Answer(q) is ModelReply.Says && !q.IsAboutClaims
            ? new ModelReply.Says($"{BinimetinibAnswers.Report}Of both an article says so [{NumberOfArticle(q)}].\n") { Held = held.Task }
            : BinimetinibAnswers.Answer(q));
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()), ("Models__0__Model", "fake-1"),
            ("Models__0__ApiKey", FakeModelServer.Key), ("Sources__PubMed__BaseAddress", pubmed.Address.ToString()),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Agents.CheckAsync();
        var job = await launch.LaunchAsync("Binimetinib", "C32");

        // The middle: the question to the source, what came of it, and half of a report.
        await Expect(job.ToolCalls.First).ToContainTextAsync("MAPK1");
        await Expect(job.ToolCalls.First).ToContainTextAsync("item");
        await Expect(job.ToolCalls.First).ToContainTextAsync("Starter pack");
        await Expect(job.Report).ToContainTextAsync("Binimetinib inhibits MAP2K1");
        await job.ShowsAsync("Running");
        await Expect(job.Stop).ToBeVisibleAsync();
        await using var other = await shared.Chromium.VisitAsync(portal.Address);
        var watched = await job.OpenAsync(other);
        await watched.ShowsAsync("Running");
        await Expect(watched.Stop).ToHaveCountAsync(0);
        held.SetResult();

        await job.ShowsAsync("Completed");
        await job.ShowsClaimsAsync(4);
        await Expect(job.Tokens).ToContainTextAsync("300 tokens in, 30 out");
        await Expect(job.Doubts).ToContainTextAsync("made of cheese");
        await Expect(job.Main).ToContainTextAsync(PubMedStandIn.First);
        Assert.DoesNotContain(FakeModelServer.Key, await visitor.Page.ContentAsync(), StringComparison.Ordinal);

        // Afterwards: from the start, by keyboard to the end, which is what was stored.
        await visitor.Page.ReloadAsync();
        var end = (await job.GraphAsync()).Ids;
        await job.Replay.ClickAsync();
        await Expect(job.Moment).ToBeEnabledAsync();
        await job.Moment.PressAsync("Home");
        await Expect(job.MomentText).ToContainTextAsync("Event 0 of");
        await job.ShowsClaimsAsync(0);
        await job.Moment.PressAsync("End");
        await job.ShowsClaimsAsync(4);
        Assert.Equal(end, (await job.GraphAsync()).Ids);
        await Expect(job.MomentLink).ToHaveAttributeAsync("href", MomentAddress());
        visitor.HasNoProblems();
        await Accessibility.AssertNoFindingAsync(visitor, LaunchPage.Path);
        await Accessibility.AssertNoFindingAsync(visitor, job.Path + "?replay=true&at=100&speed=2");
    }

    [E2EFact]
    public async Task WhatAModelAnswersOtherwise_IsKeptAndSaid_AndIsNoTraceOfThisQuestion()
    {
        await using var model = await FakeModelServer.StartAsync(q =>
            q.Said.Contains("<draft>\\n", StringComparison.Ordinal) ? new ModelReply.Says("I rather like this draft.\nwithdraw n99") :
            q.IsAboutClaims ? new ModelReply.Says(BinimetinibAnswers.ExplanationOf("Trametinib"))
                : q.Results == 0 ? BinimetinibAnswers.Answer(q)
                : new ModelReply.Says("Binimetinib inhibits MAP2K1 (PMID 12345678) [99].\n"));
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()), ("Models__0__Model", "fake-1"),
            ("Models__0__ApiKey", FakeModelServer.Key),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Agents.CheckAsync();
        var job = await launch.LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Failed");
        await visitor.Page.ReloadAsync();
        await Expect(job.End).ToContainTextAsync("The model answered about Trametinib, not about Binimetinib.");
        await Expect(job.Report).ToContainTextAsync("PMID 12345678 was not retrieved");
        await Expect(job.Report.GetByRole(Microsoft.Playwright.AriaRole.Link)).ToHaveCountAsync(0);
        await job.ShowsClaimsAsync(4);
        await Expect(job.TraceLink).ToHaveCountAsync(0);
        await Accessibility.AssertNoFindingAsync(visitor, job.Path);

        launch = await LaunchPage.OpenAsync(visitor);
        await launch.Critic.CheckAsync();
        var criticised = await launch.LaunchAsync("Binimetinib", "C32");
        await criticised.ShowsAsync("Completed");
        await visitor.Page.ReloadAsync();
        await Expect(criticised.UnreadCritique).ToContainTextAsync("Line 1 is in none of the three forms");
        await Expect(criticised.UnreadCritique).ToContainTextAsync("I rather like this draft.");
        await Expect(criticised.Tokens).Not.ToContainTextAsync("cost");
        await Accessibility.AssertNoFindingAsync(visitor, criticised.Path);
        Assert.Empty(visitor.Problems);
    }

    /// <summary>Under which number the model was shown the first article.</summary>
    private static string NumberOfArticle(ModelQuestion question) => ArticleNumber().Match(question.Said).Groups[1].Value;

    [GeneratedRegex("""evidence n=.?"(\d+).?" source=.?"PubMed""")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"/jobs/\d+\?replay=true&at=\d+&speed=1$")]
    private static partial Regex MomentAddress();
}
