using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class JobWorkerTests
{
    [Fact]
    public async Task TwoProcesses_ShareABatch_AndRunEveryJobOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 12).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        using var one = Worker(portal);
        using var two = Worker(other);
        await one.StartAsync(default);
        await two.StartAsync(default);
        for (var job = 1; job <= 12; job++)
            await foreach (var _ in portal.Get<JobFeed>().WatchAsync(job, 0, default)) { }
        await one.StopAsync(default);
        await two.StopAsync(default);

        Assert.Equal(12, portal.Generator.Asked.Count + other.Generator.Asked.Count);
        var batch = await portal.Get<ReadBatch>().RunAsync(1, Samples.Anybody, default);
        Assert.Equal((12, 0), (batch!.Completed, batch.Failed));
        Assert.NotNull(batch.FinishedAt);
    }

    [Fact]
    public async Task AWorkerThatStops_LeavesNoJobRunning()
    {
        await using var portal = await TestPortal.StartAsync();
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(VcrPortal.Generation.Pipeline.Stage.Report, reached);
        var number = await portal.LaunchAsync();
        using var worker = Worker(portal);
        await worker.StartAsync(default);
        await reached.Task;
        await worker.StopAsync(default);
        Assert.Equal(JobState.Queued, (await portal.JobAsync(number)).State);
    }

    private static JobWorker Worker(TestPortal portal) => new(
        portal.Get<ClaimJob>(), portal.Get<JobRunner>(), portal.Get<EnqueueBatchPiece>().RunAsync, portal.Get<IJobDispatcher>(),
            portal.Get<IOptions<JobOptions>>(), NullLogger<JobWorker>.Instance);
}
