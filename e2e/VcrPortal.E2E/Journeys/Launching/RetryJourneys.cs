using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>Somebody lets a finished job be tried again from one of its stages, and reads what both used of the model. The model is a
/// stand-in: each of its answers is told as 100 tokens in and 10 out.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class RetryJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Retry_FromExplain_KeepsTheReport_AndOnlyNewTokensAreCounted()
    {
        await using var model = await FakeModelServer.StartAsync(q =>
            q.Said.Contains("the one word: ready", StringComparison.Ordinal) ? new ModelReply.Says("ready") : BinimetinibAnswers.Answer(q));
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()), ("Models__0__Model", "fake-1"),
            ("Models__0__ApiKey", FakeModelServer.Key), ("Models__0__InputPrice", "2.5"), ("Models__0__OutputPrice", "10"),
            ("Models__0__Currency", "EUR"),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "ada");
        await Expect(account.Usage).ToHaveCountAsync(0);
        await AccountPage.BecomeAdminAsync(visitor, portal);
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Agents.CheckAsync();
        var first = await launch.LaunchAsync("Binimetinib", "C32");
        await first.ShowsAsync("Completed");
        await Expect(first.Tokens).ToContainTextAsync("300 tokens in, 30 out");
        await visitor.Page.ReloadAsync();
        var report = await first.Report.InnerTextAsync();

        var second = await first.RetryFromAsync("Build the graph");
        Assert.NotEqual(first.Number, second.Number);
        await second.ShowsAsync("Completed");
        await second.ShowsClaimsAsync(4);
        await Expect(second.Tokens).ToContainTextAsync("100 tokens in, 10 out");
        await Expect(second.Origin(first)).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        Assert.Equal(report, await second.Report.InnerTextAsync());
        await Accessibility.AssertNoFindingAsync(visitor, second.Path);

        account = await AccountPage.OpenAsync(visitor);
        await Expect(account.UsageFigures).ToHaveTextAsync(["2", "400", "40", "0.0014 EUR"]);
        var models = await ModelsPage.OpenAsync(visitor);
        await Expect(models.UsageFigures).ToHaveTextAsync(["ada", "2", "400", "40", "0.0014 EUR"]);
        await models.Test.ClickAsync();
        await Expect(models.Answer).ToContainTextAsync("ready");
        Assert.DoesNotContain(FakeModelServer.Key, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        visitor.HasNoProblems();
        await Accessibility.AssertNoFindingAsync(visitor, AccountPage.Path);
        await Accessibility.AssertNoFindingAsync(visitor, ModelsPage.Path);
    }
}
