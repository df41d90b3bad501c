using System.Reflection;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Administration.Nodes;

/// <param name="Role">As <see cref="NodeRow.Role"/>.</param>
/// <param name="Workers">As <see cref="NodeRow.Workers"/>.</param>
public sealed record NodeDuty(string Role, int Workers);

/// <summary>Says every few seconds, in the database, that this process lives. What comes of it also tells whether the database can be
/// written, so that nobody who asks for that makes it write.</summary>
public sealed class Heartbeat(
    PortalDbFactory databases, OpenCircuits circuits, NodeDuty duty, TimeProvider clock, ILogger<Heartbeat> log)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Who has said nothing for so long is gone, and its row with it.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly DateTime _startedAt = clock.GetUtcNow().UtcDateTime;
    private bool _isWritten;

    public static string Version { get; } = typeof(Heartbeat).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The key of this process's row.</summary>
    public string Name { get; } = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}"[..^24].Fit(100);

    /// <summary>Why the last beat could not be written; null when it was, and before the first.</summary>
    public string? Trouble { get; private set; }

    /// <summary>One beat, which removes the rows of those who are gone.</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(ct);
            if (Trouble is not null) log.LogInformation("The database can be written again");
            Trouble = null;
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is { } sentence && !ct.IsCancellationRequested)
        {
            if (Trouble is null) log.LogError("The database cannot be written. {Reason}", DatabaseTrouble.Explain(e, ""));
            Trouble = sentence;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await BeatAsync(stoppingToken);
                await Task.Delay(Every, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await LeaveAsync();
        }
    }

    /// <summary>This process stops, and is nobody that fell silent.</summary>
    internal async Task LeaveAsync()
    {
        try
        {
            await using var db = databases.CreateDbContext();
            db.Database.SetCommandTimeout(Patience);
            await db.Nodes.Where(n => n.Name == Name).ExecuteDeleteAsync();
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            // It goes as that of a killed process does.
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (databases.SqliteFile is { } file) await ForgetDamagedFile.LookAsync(file, ct);
        await using var db = databases.CreateDbContext();
        db.Database.SetCommandTimeout(Patience);
        var open = circuits.Count;
        // Written before, and not taken for gone by another process whose clock is ahead.
        _isWritten = _isWritten && await db.Nodes.Where(n => n.Name == Name).ExecuteUpdateAsync(
            s => s.SetProperty(n => n.SeenAt, now).SetProperty(n => n.Circuits, open), ct) > 0;
        if (_isWritten) return;
        var gone = now - Forgotten;
        await db.Nodes.Where(n => n.SeenAt < gone).ExecuteDeleteAsync(ct);
        db.Nodes.Add(new NodeRow
        {
            Name = Name,
            Role = duty.Role.Fit(40),
            Version = Version.Fit(60),
            StartedAt = _startedAt,
            SeenAt = now,
            Workers = duty.Workers,
            Circuits = open,
        });
        await db.SaveChangesAsync(ct);
        _isWritten = true;
    }
}
