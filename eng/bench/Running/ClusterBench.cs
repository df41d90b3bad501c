using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Bench.Running;

/// <summary>
/// The samples as a batch on one process, and on two portals with one, two and four workers over one Redis; and how long an event takes to
/// a program that watches at a portal. All of them share the cores of this machine, so that processor time travels, and seconds do not.
/// </summary>
internal static class ClusterBench
{
    private const string Target = "at most 1.1x of the single process";
    private const int WatchedJobs = 20;

    /// <summary>How many jobs each worker runs before the clock starts: the first hundreds of jobs are mostly the compiler's, which each
    /// process pays once.</summary>
    private const int FirstJobs = 900;

    /// <summary>How long processes are watched that do nothing.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (RedisProcess.WhyMissing is { } why) return [Row.Missing("several nodes", why, Target)];
        var rows = await EngineStart.RunAsync();
        var (alone, jobs) = await OneAsync();
        rows.Add(new($"processor time of a job, one process ({jobs} jobs)", Milliseconds(alone), null, null, "-"));
        foreach (var workers in (int[])[1, 2, 4]) rows.AddRange(await ManyAsync(workers, alone));
        return rows;
    }

    private static async Task<(Cost Alone, int Jobs)> OneAsync()
    {
        using var place = new Place();
        await using var verbs = place.Verbs();
        await using var portal = await PortalProcess.StartAsync(place.Settings);
        var (cost, jobs) = await BatchAsync(verbs, [portal], 1);
        return (cost, jobs);
    }

    private static async Task<IEnumerable<Row>> ManyAsync(int workers, Cost alone)
    {
        using var place = new Place();
        await using var verbs = place.Verbs();
        await using var cluster = await PortalCluster.StartAsync(place.Settings);
        List<PortalProcess> processes = [cluster.One, cluster.Other];
        for (var i = 0; i < workers; i++) processes.Add(await cluster.AddWorkerAsync());
        var (cost, _) = await BatchAsync(verbs, processes, workers);
        List<Row> rows =
        [
            new($"the same, two portals and {workers} workers", Milliseconds(cost), Milliseconds(alone),
                Row.Times(cost.Cpu / alone.Cpu), Target),
            new($"the same, less what its {processes.Count} processes cost that do nothing ({cost.Idle:0} ms of processor a second)",
                $"{cost.Net:0.0} ms of processor", $"{alone.Net:0.0} ms ({alone.Idle:0} a second)",
                Row.Times(cost.Net / alone.Net), "-"),
        ];
        if (workers == 2) rows.Add(await WatchAsync(verbs, cluster.Other));
        return rows;
    }

    /// <returns>What each job cost, over all processes, from the launch to the last end, once each process has compiled what it
    /// runs.</returns>
    private static async Task<(Cost Cost, int Jobs)> BatchAsync(WebApplication verbs, IReadOnlyList<PortalProcess> processes, int workers)
    {
        var all = Samples(verbs.Services.GetRequiredService<KnowledgeBase>());
        for (var left = FirstJobs * workers; left > 0; left -= all.Count) await RunAsync(verbs, [.. all.Take(left)]);
        await Task.Delay(Rest); // what is still compiled beside the work
        var idle = Cpu(processes);
        await Task.Delay(Rest);
        var (before, since) = (Cpu(processes), Stopwatch.GetTimestamp());
        await RunAsync(verbs, all);
        return (new((Cpu(processes) - before) / all.Count, Stopwatch.GetElapsedTime(since).TotalMilliseconds / all.Count,
            (before - idle) / Rest.TotalSeconds), all.Count);
    }

    private static async Task RunAsync(WebApplication verbs, IReadOnlyList<PerturbationRecord> records)
    {
        var batch = (BatchOutcome.Launched)await verbs.Services.GetRequiredService<LaunchBatch>().RunAsync(
            "bench", records, isPrivate: false, Caller.Visitor("bench"), default);
        using var deadline = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        int over;
        do
        {
            await look.WaitForNextTickAsync(deadline.Token);
            await using var db =
                await verbs.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(deadline.Token);
            over = await db.Set<JobRow>().CountAsync(j => j.BatchNumber == batch.BatchNumber && j.FinishedAt != null, deadline.Token);
        } while (over < records.Count);
    }

    private static List<PerturbationRecord> Samples(KnowledgeBase knowledge) =>
    [
        .. from line in knowledge.CellLines
           from compound in knowledge.Compounds
           select new PerturbationRecord([new(line.Name)], [new(PerturbationKind.Chemical, compound.Name)]),
    ];

    private static async Task<Row> WatchAsync(WebApplication verbs, PortalProcess portal)
    {
        List<double> late = [];
        for (var i = 0; i < WatchedJobs; i++)
        {
            var launched = (LaunchOutcome.Launched)await verbs.Services.GetRequiredService<LaunchJob>().RunAsync(
                new PerturbationRecord([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]), false,
                Caller.Visitor("bench"), default);
            await foreach (var milliseconds in LateAsync(portal, launched.JobNumber)) late.Add(milliseconds);
        }
        late.Sort();
        return new(
            $"an event of another node's worker, from its writing to a watcher ({late.Count} events of {WatchedJobs} jobs)",
            string.Create(CultureInfo.InvariantCulture, $"p50 {late[late.Count / 2]:0} ms, p99 {late[(int)(late.Count * 0.99)]:0} ms"),
            null, null, "p99 under 300 ms");
    }

    /// <summary>How late each event comes, by the clock of this machine, which is everybody's here. Events from before the watch began are
    /// left out.</summary>
    private static async IAsyncEnumerable<double> LateAsync(PortalProcess portal, int job)
    {
        var (began, isFirst) = (DateTime.MinValue, true);
        await foreach (var entry in HubWatch.WatchAsync(portal.Address, job))
        {
            if (isFirst) (began, isFirst) = (DateTime.UtcNow, false);
            var at = entry.GetProperty("at").GetDateTime();
            if (at > began) yield return (DateTime.UtcNow - at).TotalMilliseconds;
        }
    }

    private static double Cpu(IEnumerable<PortalProcess> processes) => processes.Sum(p => p.Cpu.TotalMilliseconds);

    private static string Milliseconds(Cost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{cost.Cpu:0.0} ms of processor, {1000 / cost.Wall:0} jobs a second");

    /// <summary>The cost of one job, in milliseconds.</summary>
    /// <param name="Idle">The processor time of all processes together in a second in which there is nothing to do, in
    /// milliseconds.</param>
    private sealed record Cost(double Cpu, double Wall, double Idle)
    {
        public double Net => Cpu - (Idle * Wall / 1000);
    }

    /// <summary>A database that several processes and the verbs of this one share.</summary>
    private sealed class Place : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcr-cluster-");

        private string Source => $"Data Source={Path.Combine(_folder.FullName, "portal.db")}";

        public PortalSettings Settings => new(More: [("Database__ConnectionString", Source)]);

        public WebApplication Verbs() => PortalHost.Build(
        [
            "--contentRoot", _folder.FullName, $"--Database:ConnectionString={Source}", "--Logging:LogLevel:Default=None",
            "--role", "portal",
            "--Launch:AllowVisitors=true", "--Launch:VisitorQuota=100", "--Launch:VisitorBatchLimit=5000",
        ]);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
