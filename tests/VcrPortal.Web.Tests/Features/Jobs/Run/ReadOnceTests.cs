using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

/// <summary>The explanation of a job is text once, as its engine writes it; from there to the stored trace it stays a graph.</summary>
public class ReadOnceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Job_FromItsClaimToItsStoredTrace_ReadsItsExplanationOnce(bool isBatch)
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await AskGraphReasonerAsync(portal, number, isBatch);
        var runner = ActivatorUtilities.CreateInstance<JobRunner>(portal.Get<IServiceProvider>(), OverStarterPack());
        var claim = Assert.IsType<JobClaim>(await portal.BeginNextAsync());

        using var read = new TextsRead();
        await runner.RunAsync(claim, default);

        Assert.Equal(1, read.Count);
        Assert.Equal(JobState.Completed, (await portal.JobAsync(number)).State);
    }

    [Fact]
    public async Task StoredTrace_OfAGraphThatWasNeverReadAgain_IsTheOneThatItsTextReads()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await AskGraphReasonerAsync(portal, number, isBatch: false);
        var runner = ActivatorUtilities.CreateInstance<JobRunner>(portal.Get<IServiceProvider>(), OverStarterPack());
        await runner.RunAsync(Assert.IsType<JobClaim>(await portal.BeginNextAsync()), default);

        await using var db = portal.Db();
        var (trace, revision) = (await db.Traces.SingleAsync(), await db.TraceRevisions.SingleAsync(r => r.Revision == 1));
        var reading = ExplanationReader.Read(revision.Text).Graph;
        Assert.Equal(reading.RevisionHash, revision.Hash);
        Assert.Equal(TracePath.Describe(reading), trace.Path);
    }

    private static ITraceGenerator OverStarterPack() => new ServiceCollection()
        .AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration()
        .BuildServiceProvider().GetRequiredService<ITraceGenerator>();

    private static async Task AskGraphReasonerAsync(TestPortal portal, int number, bool isBatch)
    {
        await using var db = portal.Db();
        await db.Jobs.Where(j => j.Number == number)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.Engine, "Built-in engine").SetProperty(j => j.IsBatch, isBatch));
    }
}
