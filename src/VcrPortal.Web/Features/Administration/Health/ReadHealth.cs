using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Administration.Health;

/// <summary>How the portal does: of the database, all processes together; of the rest, the one that answers.</summary>
/// <param name="Silent">Running jobs whose worker has not said anything within its lease.</param>
/// <param name="Failed">Jobs that failed within the last day.</param>
/// <param name="DatabaseAnswers">How long it took to answer one question.</param>
/// <param name="Watches">Open watches of job logs.</param>
/// <param name="Circuits">Open pages with a live part.</param>
/// <param name="Memory">Bytes that the process holds.</param>
public sealed record PortalHealth(
    int Running, int Waiting, int Silent, int Failed, int Accounts, string Database, TimeSpan DatabaseAnswers,
    int Workers, int Watches, int Circuits, long Memory, TimeSpan Up, string Version, string Runtime);

/// <summary>Figures for whoever runs the portal; private jobs count here, as work.</summary>
[Requires(Operation.ReadHealth)]
public sealed class ReadHealth(
    IDbContextFactory<PortalDb> databases, IOptions<DatabaseOptions> database, IOptions<JobOptions> jobs, JobFeed feed,
        OpenCircuits circuits,
    TimeProvider clock)
{
    /// <returns>Null for anybody who may not read them.</returns>
    public async Task<PortalHealth?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadHealth)) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = clock.GetTimestamp();
        var running = await db.Jobs.CountAsync(j => j.State == JobState.Running, ct);
        var answered = clock.GetElapsedTime(asked);
        using var process = Process.GetCurrentProcess();
        return new(
            running, await db.Jobs.CountAsync(j => j.State == JobState.Queued, ct),
                await db.Jobs.CountAsync(j => j.State == JobState.Running && j.LeaseExpiresAt <= now, ct),
            await db.Jobs.CountAsync(j => j.State == JobState.Failed && j.FinishedAt > yesterday, ct), await db.Users.CountAsync(ct),
                database.Value.Provider.ToString(), answered,
            jobs.Value.Workers, feed.Watchers, circuits.Count, process.WorkingSet64, now - process.StartTime.ToUniversalTime(),
            typeof(ReadHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
                ?? "", Environment.Version.ToString());
    }
}
