using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Sources;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Live;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Features.Administration.Health;

/// <summary>How the portal does: of the database, all processes together; of the rest, the one that answers.</summary>
/// <param name="Failed">Jobs that failed within the last day.</param>
/// <param name="DatabaseAnswers">How long it took to answer one question.</param>
/// <param name="Watches">Open watches of job logs.</param>
/// <param name="Circuits">Open pages with a live part.</param>
/// <param name="Memory">Bytes that the process holds.</param>
public sealed record PortalHealth(
    int Running, int Waiting, int Failed, int Accounts, string Database, TimeSpan DatabaseAnswers,
    int Workers, int Watches, int Circuits, long Memory, TimeSpan Up, string Version, string Runtime)
{
    /// <summary>The processes on this database that have lately said that they live, the oldest first; those that fell silent
    /// last.</summary>
    public ImmutableArray<NodeHealth> Nodes { get; init; } = [];

    /// <summary>Where the members of the cluster are reached, with what each is at, by the word of this one; none where it works
    /// alone.</summary>
    public ImmutableArray<ClusterMember> Members { get; init; } = [];

    /// <summary>Why the members of the cluster cannot meet at the moment; null when they can, or this one works alone.</summary>
    public string? ClusterTrouble { get; init; }

    /// <summary>Why nothing can be saved at the moment; null when it can.</summary>
    public string? WriteTrouble { get; init; }

    /// <summary>Bytes that are free where the portal keeps its files; null where the system does not say.</summary>
    public long? DiskFree { get; init; }

    /// <summary>What this process asked of the database that took long, the newest first.</summary>
    public ImmutableArray<SlowCommand> Slow { get; init; } = [];

    /// <summary>Jobs wait, and no process takes any.</summary>
    public bool IsIdle => Waiting > 0 && !Nodes.Any(n => n.Works);

    /// <summary>Where evidence comes from, in this process.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

/// <summary>A process of the portal.</summary>
/// <param name="Up">From its start until it last said that it lives.</param>
/// <param name="Silent">Since it last said that it lives, by the clock of whoever asks.</param>
/// <param name="IsThis">It is the one that answers.</param>
public sealed record NodeHealth(
    string Name, string Role, string Version, TimeSpan Up, TimeSpan Silent, int Workers, int Circuits, bool IsThis)
{
    /// <summary>It missed two of its beats.</summary>
    public bool IsSilent => Silent > Heartbeat.Every * 3;

    /// <summary>It lives, and takes jobs.</summary>
    public bool Works => !IsSilent && Workers > 0;
}

/// <summary>Figures for whoever runs the portal; private jobs count here, as work.</summary>
[Requires(Operation.ReadHealth)]
public sealed class ReadHealth(
    IDbContextFactory<PortalDb> databases, IOptions<DatabaseOptions> database, NodeDuty duty, JobFeed feed,
    OpenCircuits circuits, ReadMembers members, Heartbeat heart, DiskSpace disk, SlowCommands slow, IEnumerable<SourceRegistration> sources,
    IServiceProvider services, TimeProvider clock)
{
    /// <summary>Processes that are listed.</summary>
    private const int MostNodes = 50;

    // Nothing of it changes while the process lives.
    private readonly Lazy<ImmutableArray<string>> _sources = new(
        () => [.. sources.Select(s => s.Create(services)?.Name).OfType<string>()]);

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
            await db.Jobs.CountAsync(j => j.State == JobState.Failed && j.FinishedAt > yesterday, ct), await db.Users.CountAsync(ct),
                database.Value.Provider == DatabaseProvider.Sqlite ? "SQLite" : "SQL Server", answered,
            duty.Workers, feed.Watchers, circuits.Count, process.WorkingSet64, now - process.StartTime.ToUniversalTime(),
            Heartbeat.Version, Environment.Version.ToString())
        {
            Nodes = await NodesAsync(db, now, ct),
            Members = members.Run(),
            ClusterTrouble = services.GetService<StayAMember>()?.Trouble,
            WriteTrouble = heart.Trouble,
            DiskFree = disk.Free(),
            Slow = slow.Last,
            Sources = _sources.Value,
        };
    }

    private async Task<ImmutableArray<NodeHealth>> NodesAsync(PortalDb db, DateTime now, CancellationToken ct)
    {
        var since = now - Heartbeat.Forgotten;
        var rows = await db.Nodes.Where(n => n.SeenAt > since).OrderBy(n => n.StartedAt).Take(MostNodes).ToListAsync(ct);
        return [.. rows.Select(n => new NodeHealth(
            n.Name, n.Role, n.Version, n.SeenAt - n.StartedAt, now - n.SeenAt, n.Workers, n.Circuits, n.Name == heart.Name))
            .OrderBy(n => n.IsSilent)];
    }
}
