using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Tests.Support;

/// <summary>A portal over HTTP with one trace, VCT1, of two revisions. Without a worker, so that the job which it belongs to stays as it
/// is.</summary>
public sealed class PublishedTrace : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;

    private readonly TestDatabase _database;

    public PublishedTrace()
    {
        _database = TestDatabase.Make(_folder);
        Portal = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseSetting("Samples:Enabled", "false").UseSetting("Knowledge:Folder", Path.Combine(_folder, "knowledge"))
                .UseSetting("Portal:Role", "portal").UseSetting("Launch:AllowVisitors", "true");
            foreach (var (key, value) in _database.Settings) b.UseSetting(key, value);
        });
    }

    public WebApplicationFactory<Program> Portal { get; }

    public Task<string> PageAsync(string path) => Portal.CreateClient().GetStringAsync(path);

    public async Task InitializeAsync()
    {
        var launched = Assert.IsType<LaunchOutcome.Launched>(
            await Portal.Services.GetRequiredService<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("someone"), default));
        await using var db = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var citations = ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty.Add(new("n2"), [1]);
        var trace = new NewTrace(
            launched.JobNumber, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", TraceState.Published, null,
            [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()],
            "Report.", [Samples.Evidence()], citations, Samples.Verdicts);
        Assert.Equal(
            1, await Portal.Services.GetRequiredService<SaveTrace>().RunAsync(db, trace, new TraceOwner("v", false), Now, default));
        await transaction.CommitAsync();
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
