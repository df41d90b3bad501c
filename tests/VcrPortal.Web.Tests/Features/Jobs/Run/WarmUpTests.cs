using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Generation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class WarmUpTests
{
    [Fact]
    public async Task Run_OverTheStarterPack_ExplainsAndDrawsAWholeJob()
    {
        var drawn = await Over(StarterPack.Load()).RunAsync(default);
        Assert.Contains("data-claim=\"n1\"", drawn, StringComparison.Ordinal);
        Assert.Contains("<div class=\"prose\"><p>", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutKnowledge_DrawsNothing() =>
        Assert.Equal("", await Over(StarterPack.Load() with { Compounds = [] }).RunAsync(default));

    private static WarmUp Over(KnowledgeBase knowledge)
    {
        var services = new ServiceCollection().AddSingleton(InstalledKnowledge.From(knowledge)).AddGeneration().BuildServiceProvider();
        return new(knowledge, services.GetRequiredService<ITraceGenerator>(), services, NullLoggerFactory.Instance);
    }
}
