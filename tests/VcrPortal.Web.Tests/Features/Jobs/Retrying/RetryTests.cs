using System.Net;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Jobs.Retrying;

/// <summary>A job is tried again from a stage on: another job takes over what the earlier stages made, and the first one stays as it
/// is.</summary>
public class RetryTests
{
    [Theory]
    [InlineData(Stage.Preprocess), InlineData(Stage.Report), InlineData(Stage.Verify), InlineData(Stage.Publish)]
    public async Task Retry_FromAStage_TakesOverWhatTheEarlierOnesMade(Stage from)
    {
        await using var portal = await StartAsync();
        var failed = await FailAtAsync(portal, Stage.Publish);
        var log = await portal.LogAsync(failed);
        var number = Assert.IsType<LaunchOutcome.Launched>(await RetryAsync(portal, failed, from)).JobNumber;
        await portal.RunNextAsync();

        var state = portal.Generator.Asked.Last().State;
        Assert.Equal(Enum.GetValues<Stage>().Where(s => s < from), state.Finished);
        Assert.Equal(from > Stage.Report ? "Binimetinib holds MEK down [1]." : "", state.Report);
        var again = await portal.LogAsync(number);
        Assert.Equal(Enumerable.Range(1, again.Count), again.Select(e => e.Sequence));
        var progress = await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default);
        Assert.Equal((JobState.Completed, "Binimetinib holds MEK down [1]."), (progress.State, progress.Report));
        Assert.Equal(log.Count, (await portal.LogAsync(failed)).Count);
        Assert.Equal(failed, (await portal.JobAsync(number)).OriginNumber);
    }

    [Fact]
    public async Task Retry_FromAStageThatWasNotReached_IsRefused()
    {
        await using var portal = await StartAsync();
        var failed = await FailAtAsync(portal, Stage.Explain);
        Assert.Equal(new LaunchOutcome.StageNotReached(Stage.Verify), await RetryAsync(portal, failed, Stage.Verify));
        var sentence = LaunchText.For(new LaunchOutcome.StageNotReached(Stage.Verify));
        Assert.Contains("Choose an earlier stage", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_CountsNoTokensASecondTime()
    {
        var used = new GenerationEvent.AgentTold(new AgentNews.TokensUsed("m", 100, 10, null));
        await using var portal = await StartAsync(
            [.. Samples.Run.SelectMany(e => e is GenerationEvent.ReportDelta ? [e, used] : new[] { e })]);
        var failed = await FailAtAsync(portal, Stage.Verify);
        Assert.Equal(200, (await portal.JobAsync(failed)).InputTokens);
        var number = Assert.IsType<LaunchOutcome.Launched>(await RetryAsync(portal, failed, Stage.Verify)).JobNumber;
        await portal.RunNextAsync();
        Assert.Equal(0, (await portal.JobAsync(number)).InputTokens);
        Assert.Equal(0, (await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default)).Usage.Total);
    }

    [Fact]
    public async Task Retry_OfSomebodysPrivateJob_IsRefusedAsNotThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), isPrivate: true, ana, default)).JobNumber;
        Assert.IsType<LaunchOutcome.OriginNotThere>(await RetryAsync(portal, job, Stage.Preprocess));
    }

    [Fact]
    public async Task Page_OfAFinishedJob_OffersItsStages_AndOpensTheNewJob()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana");
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), isPrivate: false, ana, default)).JobNumber;
        Assert.DoesNotContain("A new job takes over", await client.GetStringAsync(PortalUrls.Job(job)), StringComparison.Ordinal);
        var waiting = Assert.Single(await portal.Get<ReadQueue>().WaitingAsync(1, default));
        var claim = Assert.IsType<JobClaim>(await portal.Get<BeginAttempt>().RunAsync(waiting, default));
        await portal.Get<JobRunner>().RunAsync(claim, default);
        Assert.Contains("<option value=\"Verify\"", await client.GetStringAsync(PortalUrls.Job(job)), StringComparison.Ordinal);
        using var nonsense = await WebPortal.PostAsync(client, PortalUrls.Job(job), "retry", ("From", "Nowhere"));
        Assert.Contains("There is no such stage.", await nonsense.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var answer = await WebPortal.PostAsync(client, PortalUrls.Job(job), "retry", ("From", "Verify"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith(PortalUrls.Job(job + 1), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>With the engine that the script's jobs name.</summary>
    private static Task<TestPortal> StartAsync(params IReadOnlyList<GenerationEvent> script) => TestPortal.StartAsync(
        generator: new ScriptedGenerator(script.Count == 0 ? [.. Samples.Run] : script)
        {
            Engines = [new("script", "script 1", "nothing", IsOffline: true, null, null!)],
        });

    private static Task<LaunchOutcome> RetryAsync(TestPortal portal, int job, Stage from) =>
        portal.Get<RetryJob>().RunAsync(job, from, Caller.Visitor("someone"), default);

    private static async Task<int> FailAtAsync(TestPortal portal, Stage stage)
    {
        portal.Generator.Before = (e, _) => e is GenerationEvent.StageStarted s && s.Stage == stage
            ? throw new InvalidOperationException("The service broke.") : Task.CompletedTask;
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        portal.Generator.Before = (_, _) => Task.CompletedTask;
        Assert.Equal(JobState.Failed, (await portal.JobAsync(number)).State);
        return number;
    }
}
