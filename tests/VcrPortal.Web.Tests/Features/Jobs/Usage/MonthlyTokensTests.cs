using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Usage;

/// <summary>What models use is summed for each person and month; a monthly budget stops before a run.</summary>
public class MonthlyTokensTests
{
    private static readonly LaunchSetting WithAModel = new("vcr-agent:m");

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Budget_ThatIsUsedUp_StopsALaunchWithASentence_UntilTheMonthIsOver()
    {
        await using var portal = await StartAsync();
        await RunAsync(portal, "me");
        Assert.IsType<LaunchOutcome.Launched>(await LaunchAsync(portal, "other"));
        var refused = Assert.IsType<LaunchOutcome.NoTokensLeft>(await LaunchAsync(portal, "me"));
        Assert.Equal((1100, 1000), (refused.Spent.Used, refused.Spent.Budget));
        Assert.StartsWith("Language models have used 1,100 tokens for you this month; 1,000 is the most until 1 ",
            LaunchText.For(refused), StringComparison.Ordinal);
        // The built-in engine uses none.
        Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), new LaunchSetting(), Caller.Visitor("me"), default));
        _clock.Advance(refused.Spent.Until - _clock.GetUtcNow().UtcDateTime);
        Assert.IsType<LaunchOutcome.Launched>(await LaunchAsync(portal, "me"));
    }

    [Fact]
    public async Task JobThatWaited_WhileTheBudgetWasUsedUp_IsNotBegun()
    {
        await using var portal = await StartAsync();
        Assert.IsType<LaunchOutcome.Launched>(await LaunchAsync(portal, "me"));
        var waiting = Assert.IsType<LaunchOutcome.Launched>(await LaunchAsync(portal, "me")).JobNumber;
        await portal.RunNextAsync();
        await portal.RunNextAsync();
        var job = await portal.JobAsync(waiting);
        Assert.Equal(JobState.Failed, job.State);
        Assert.StartsWith("It was not begun. Language models have used 1,100 tokens", job.EndReason, StringComparison.Ordinal);
        Assert.Single(portal.Generator.Asked);
    }

    [Fact]
    public async Task Usage_IsSummedForEachPersonAndMonth()
    {
        await using var portal = await StartAsync();
        var ana = await portal.RegisterAsync("ana");
        await RunAsync(portal, "a visitor");
        await RunAsync(portal, ana.Key, ana);
        _clock.Advance(TimeSpan.FromDays(32));
        await RunAsync(portal, ana.Key, ana);
        await RunAsync(portal, ana.Key, ana);

        var own = await portal.Get<ReadOwnUsage>().RunAsync(ana, default);
        Assert.Equal([(2, 2000, 200, 0.04m), (1, 1000, 100, 0.02m)], own.Select(u => (u.Jobs, (int)u.Input, (int)u.Output, u.Cost ?? 0)));
        Assert.True(own[0].Month != own[1].Month);
        var all = await portal.Get<ReadUsageOfAll>().RunAsync(new("root", PortalRole.Admin), default);
        Assert.Equal(["ana", "ana", null], all.OrderBy(u => u.Name is null).Select(u => u.Name));
        Assert.Empty(await portal.Get<ReadUsageOfAll>().RunAsync(ana, default));
        Assert.Empty(await portal.Get<ReadOwnUsage>().RunAsync(Samples.Anybody, default));
    }

    private Task<TestPortal> StartAsync() => TestPortal.StartAsync(_clock,
        new ScriptedGenerator([new GenerationEvent.AgentTold(new AgentNews.TokensUsed("m", 1000, 100, 0.02m)), .. Samples.Run])
        {
            Engines = [Engine("graph", null), Engine("vcr-agent:m", "m")],
        }, settings: [("Launch:VisitorMonthlyTokens", "1000"), ("Launch:AccountMonthlyTokens", "100000")]);

    private static AgentEngine Engine(string id, string? model) => new(id, id, "nothing", IsOffline: true, null, null!) { Model = model };

    private static Task<LaunchOutcome> LaunchAsync(TestPortal portal, string visitor) =>
        portal.Get<LaunchJob>().RunAsync(Samples.Record(), WithAModel, Caller.Visitor(visitor), default);

    private static async Task RunAsync(TestPortal portal, string visitor, Caller? caller = null)
    {
        Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(
            Samples.Record(), WithAModel, caller ?? Caller.Visitor(visitor), default));
        await portal.RunNextAsync();
    }
}
