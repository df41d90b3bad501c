using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

/// <summary>What models use stands on the row of their job, whatever became of the work.</summary>
public class CountUsageTests
{
    [Fact]
    public async Task Tokens_AreCountedOnTheJob_WithTheirCost()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [Used(100, 10, 0.02m), .. Samples.Run, Used(50, 5, 0.000001m)]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var job = await portal.JobAsync(number);
        Assert.Equal((150, 15, 20_001, "EUR"), (job.InputTokens, job.OutputTokens, job.CostMillionths, job.CostCurrency));
    }

    [Fact]
    public async Task TokensWithoutAPrice_HaveNoCost()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator([Used(100, 10, null), .. Samples.Run]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var job = await portal.JobAsync(number);
        Assert.Equal((100, 10, null, null), (job.InputTokens, job.OutputTokens, job.CostMillionths, job.CostCurrency));
    }

    private static GenerationEvent.AgentTold Used(long input, long output, decimal? cost) =>
        new(new AgentNews.TokensUsed("m", input, output, cost, cost is null ? null : "EUR"));
}
