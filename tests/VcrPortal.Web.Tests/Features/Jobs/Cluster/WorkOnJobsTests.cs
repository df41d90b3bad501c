using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Cluster;

/// <summary>The engine as it runs in a process, and as two of one cluster share the work: over real sockets on loopback.</summary>
public class WorkOnJobsTests
{
    [Fact]
    public async Task AJob_IsRunToItsEnd_AsSoonAsItIsLaunched()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var node = await Node.StartAsync(portal, ClosedPort.Find());
        var number = await portal.LaunchAsync();
        await EndAsync(portal, number);
        Assert.Equal((JobState.Completed, 1), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
    }

    [Fact]
    public async Task AJobThatLasts_IsKnownToTheCluster_UntilItIsOver()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var node = await Node.StartAsync(portal, ClosedPort.Find());
        var goOn = new TaskCompletionSource();
        portal.Generator.Before = (_, _) => goOn.Task;
        var number = await portal.LaunchAsync();
        while (await node.JobGrainsAsync() == 0) await Task.Yield();
        goOn.SetResult();
        await EndAsync(portal, number);
        while (await node.JobGrainsAsync() > 0) await Task.Yield();
        Assert.Equal((JobState.Completed, 1), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
    }

    [Fact]
    public async Task AJobThatADeadProcessLeftBehind_GoesOn()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await portal.BeginNextAsync();
        await using var node = await Node.StartAsync(portal, ClosedPort.Find());
        await EndAsync(portal, number);
        Assert.Equal((JobState.Completed, 2), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
    }

    [Fact]
    public async Task TwoMembers_ShareABatch_AndRunEveryJobOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        var first = ClosedPort.Find();
        // The second takes its share although the first could do all: each is held until both have one.
        var both = new CountdownEvent(2);
        var met = new TaskCompletionSource();
        foreach (var generator in (ScriptedGenerator[])[portal.Generator, other.Generator])
        {
            var begun = 0; // a member runs two at once
            generator.Before = (_, _) =>
            {
                if (Interlocked.Increment(ref begun) == 1 && both.Signal()) met.SetResult();
                return met.Task;
            };
        }
        await using var one = await Node.StartAsync(portal, first, isShared: true);
        await using var two = await Node.StartAsync(other, ClosedPort.Find(), first, isShared: true);
        // Once both are in: a job that begins while a member comes may be begun again where its grain then is, and its log says so.
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 12).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        for (var job = 1; job <= 12; job++) await EndAsync(portal, job);

        Assert.Equal(12, portal.Generator.Asked.Count + other.Generator.Asked.Count);
        Assert.NotEmpty(portal.Generator.Asked);
        Assert.NotEmpty(other.Generator.Asked);
        var batch = await portal.Get<ReadBatch>().RunAsync(1, Samples.Anybody, default);
        Assert.Equal((12, 0), (batch!.Completed, batch.Failed));
    }

    [Fact]
    public async Task AMemberThatStops_LeavesItsJobToTheOther()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        var (reached, primary) = (new TaskCompletionSource(), ClosedPort.Find());
        portal.Generator.HoldAt(Stage.Report, reached);
        var number = await portal.LaunchAsync();
        await using var two = await Node.StartAsync(other, primary, isShared: true, isWorking: false); // it keeps the membership
        await using (await Node.StartAsync(portal, ClosedPort.Find(), primary, isShared: true)) await reached.Task;
        await two.WorkAsync();
        await EndAsync(other, number);
        Assert.Equal((JobState.Completed, 2), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
        Assert.Single(other.Generator.Asked);
    }

    [Fact]
    public async Task WithoutAKeeper_EachLooksAtTheQueueForItself_AndJobsRunOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = await TestPortal.StartAsync(beside: portal);
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 30).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        using var one = Alone(portal);
        using var two = Alone(other);
        foreach (var work in (WorkOnJobs[])[one, two])
        {
            await work.StartAsync(default);
            await work.StartedAsync(default);
        }
        for (var job = 1; job <= 30; job++) await EndAsync(portal, job);
        await Task.WhenAll(one.StopAsync(default), two.StopAsync(default));
        Assert.Equal(30, portal.Generator.Asked.Count + other.Generator.Asked.Count);
    }

    /// <summary>A worker in a cluster that does not answer.</summary>
    private static WorkOnJobs Alone(TestPortal portal) => ActivatorUtilities.CreateInstance<WorkOnJobs>(
        portal.Get<IServiceProvider>(), DispatchProxy.Create<IGrainFactory, Silence>(),
        ActivatorUtilities.CreateInstance<WorkLock>(portal.Get<IServiceProvider>(), new ClusterOptions { Redis = "localhost" }));

    /// <summary>What a call to a machine that died says.</summary>
    public class Silence : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new OrleansException("The machine does not answer.");
    }

    private static async Task EndAsync(TestPortal portal, int number)
    {
        await foreach (var _ in portal.Get<JobFeed>().WatchAsync(number, 0, default)) { }
    }

    /// <summary>The engine of one process, over the verbs of a <see cref="TestPortal"/>.</summary>
    private sealed class Node(WebApplication app) : IAsyncDisposable
    {
        public async Task WorkAsync()
        {
            var work = app.Services.GetRequiredService<WorkOnJobs>();
            await work.StartAsync(default);
            await work.StartedAsync(default);
        }

        /// <summary>Jobs that the cluster knows of.</summary>
        public async Task<int> JobGrainsAsync()
        {
            var all = await app.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
            return all.Where(s => s.GrainType.Contains(nameof(JobGrain), StringComparison.Ordinal)).Sum(s => s.ActivationCount);
        }

        /// <param name="primary">The port of the member that keeps the membership, and so must end last; null for this one.</param>
        /// <param name="isWorking">It asks for jobs from the start.</param>
        public static async Task<Node> StartAsync(
            TestPortal portal, int port, int? primary = null, bool isShared = false, bool isWorking = true)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.UseOrleans(silo => silo.UseLocalhostClustering(
                port, gatewayPort: 0, primary is { } p ? new IPEndPoint(IPAddress.Loopback, p) : null));
            builder.Services.AddSingleton(portal.Get<JobsHere>()).AddSingleton(portal.Get<ReadQueue>())
                .AddSingleton(portal.Get<RefillQueue>()).AddSingleton(portal.Get<QueueBell>()).AddSingleton(TimeProvider.System)
                .AddSingleton(new ClusterOptions { Redis = isShared ? "localhost" : null })
                .AddSingleton(s => ActivatorUtilities.CreateInstance<WorkLock>(
                    portal.Get<IServiceProvider>(), s.GetRequiredService<ClusterOptions>()))
                .AddSingleton<WorkOnJobs>();
            if (isWorking) builder.Services.AddHostedService(s => s.GetRequiredService<WorkOnJobs>());
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            await app.StartAsync();
            return new(app);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
