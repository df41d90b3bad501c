using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Support;

/// <summary>
/// The portal without its pages over a database of its own (<see cref="TestDatabase"/>).
/// </summary>
internal sealed class TestPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;
    private readonly bool _ownsStore;

    private TestPortal(ServiceProvider services, string folder, TestDatabase database, bool ownsStore) =>
        (_services, Folder, _database, _ownsStore) = (services, folder, database, ownsStore);

    public string Folder { get; }
    public ScriptedGenerator Generator => (ScriptedGenerator)Get<ITraceGenerator>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public PortalDb Db() => Get<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <param name="services">The last word on what it is made of.</param>
    /// <param name="beside">A portal whose database this one shares, as a second process would.</param>
    public static async Task<TestPortal> StartAsync(
        TimeProvider? clock = null, ScriptedGenerator? generator = null, TestPortal? beside = null, IInterceptor? interceptor = null,
            Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var folder = beside?.Folder ?? Directory.CreateTempSubdirectory("vcr-test-").FullName;
        var database = beside?._database ?? TestDatabase.Make(folder);
        var all = Services(
            folder, clock ?? TimeProvider.System, generator ?? new ScriptedGenerator([.. Samples.Run]),
            [.. settings, .. database.Settings]);
        if (interceptor is not null) all.AddSingleton(interceptor);
        services?.Invoke(all);
        var portal = new TestPortal(all.BuildServiceProvider(), folder, database, ownsStore: beside is null);
        if (beside is null) await portal.Get<OpenDatabase>().RunAsync(default);
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_ownsStore) return;
        _database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The whole log of a job.</summary>
    public async Task<IReadOnlyList<JobEvent>> LogAsync(int jobNumber)
    {
        await using var db = Db();
        return (await db.JobEvents.Where(e => e.JobNumber == jobNumber).OrderBy(e => e.Sequence).ToListAsync())
            .ConvertAll(JobEventText.FromRow);
    }

    public async Task<JobRow> JobAsync(int jobNumber)
    {
        await using var db = Db();
        return await db.Jobs.SingleAsync(j => j.Number == jobNumber);
    }

    public async Task<int> LaunchAsync(string compound = "Binimetinib", string visitor = "someone") =>
        Assert.IsType<LaunchOutcome.Launched>(
            await Get<LaunchJob>().RunAsync(Samples.Record(compound), false, Caller.Visitor(visitor), default)).JobNumber;

    /// <summary>A portal with trace 1, of which "someone" is the owner.</summary>
    public static async Task<TestPortal> WithATraceAsync(TimeProvider? clock = null)
    {
        var portal = await StartAsync(clock);
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        return portal;
    }

    /// <summary>A published trace of one revision, made by a job of this owner that stands in the queue.</summary>
    public async Task<int> SaveTraceAsync(
        string text, string owner = "someone", bool isPrivate = false, TraceState state = TraceState.Published)
    {
        var job = await LaunchAsync(visitor: owner);
        await using var db = Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trace = new NewTrace(
            job, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", state, null, [new(1, text, "as it was written", false)],
                "Report [1].",
            [Samples.Evidence()], Samples.NoCitations, Samples.Verdicts);
        var number = await Get<SaveTrace>()
            .RunAsync(db, trace, new TraceOwner(owner, isPrivate), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), default);
        await transaction.CommitAsync();
        return number;
    }

    public async Task<TraceRow> TraceAsync(int number)
    {
        await using var db = Db();
        return await db.Traces.SingleAsync(t => t.Number == number);
    }

    /// <summary>A batch of these records, by a visitor.</summary>
    public async Task<int> LaunchBatchAsync(int records, string visitor = "v", string title = "b") =>
        Assert.IsType<BatchOutcome.Launched>(
            await Get<LaunchBatch>()
            .RunAsync(
            title, [.. Enumerable.Range(0, records).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor(visitor),
            default)).BatchNumber;

    /// <summary>An account of this name.</summary>
    public async Task<Caller> RegisterAsync(string name, PortalRole role = PortalRole.Contributor)
    {
        using var scope = Get<IServiceScopeFactory>().CreateScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<RegisterAccount>()
            .RunAsync(name, null, "four easy words here", default);
        var key = Assert.IsType<RegisterOutcome.Registered>(outcome).Account.Id;
        await using var db = Db();
        await db.Users.Where(a => a.Id == key).ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, role));
        return new(key, role);
    }

    /// <summary>Takes the first job that waits, as one that is about to be killed would; null when none does.</summary>
    public async Task<JobClaim?> BeginNextAsync() => await BeginAsync(await Get<ReadQueue>().WaitingAsync(1, default));

    /// <summary>Takes the first running job, whose worker is gone.</summary>
    /// <returns>Null when it was given up.</returns>
    public async Task<JobClaim?> TakeOverAsync() => await BeginAsync(await Get<ReadQueue>().RunningAsync(default));

    private async Task<JobClaim?> BeginAsync(IReadOnlyList<OpenJob> jobs) =>
        jobs is [var first, ..] ? await Get<BeginAttempt>().RunAsync(first, default) : null;

    /// <summary>Takes over a job that was left behind, and runs it to its end.</summary>
    public async Task RunLeftBehindAsync() =>
        await Get<JobRunner>().RunAsync(Assert.IsType<JobClaim>(await TakeOverAsync()), default);

    /// <summary>Begins with the next job that waits, and runs it to its end.</summary>
    public async Task RunNextAsync(CancellationToken shuttingDown = default) =>
        await Get<JobRunner>().RunAsync(Assert.IsType<JobClaim>(await BeginNextAsync()), shuttingDown);

    /// <summary>Everything but the pages.</summary>
    internal static ServiceCollection Services(
        string folder, TimeProvider clock, ScriptedGenerator generator, (string Key, string Value)[] settings)
    {
        var values = settings.Append(("Launch:AllowVisitors", "true")).DistinctBy(s => s.Item1)
            .ToDictionary(s => s.Item1, s => (string?)s.Item2);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<IHostEnvironment>(new Folders(folder));
        services.AddSingleton(clock);
        services.AddSingleton<ITraceGenerator>(generator);
        services.AddSingleton(Samples.Knowledge);
        services.AddSingleton(InstalledKnowledge.From(Samples.Knowledge));
        services.AddSingleton(s => s.GetRequiredService<InstalledKnowledge>().Recognizer);
        services.AddSingleton(new KnowledgeIndex(Samples.Knowledge));
        services.AddPortalDatabase(configuration).AddFeatures(configuration, showsJobs: true, runsJobs: true).AddImports(configuration)
            .AddModels(configuration);
        return services;
    }

    private sealed class Folders(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "tests";
        public string ContentRootPath { get; set; } = root;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
