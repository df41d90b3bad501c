using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.Nodes;

/// <summary>Whether what people do can be kept. Where it cannot, reading goes on, so that the portal is degraded and stays ready.</summary>
internal sealed class WritableCheck(Heartbeat heart, DiskSpace disk) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (heart.Trouble is { } trouble)
            return Task.FromResult(HealthCheckResult.Degraded($"Nothing can be saved: {trouble} Reading goes on."));
        if (disk.Shortage() is { } shortage) return Task.FromResult(HealthCheckResult.Degraded(shortage));
        return Task.FromResult(HealthCheckResult.Healthy());
    }
}

/// <summary>The room that is left where the portal keeps its files.</summary>
/// <param name="databases">Where the embedded database is; a server's disk is its own matter.</param>
public sealed class DiskSpace(PortalDbFactory databases, IHostEnvironment environment)
{
    /// <summary>Below it the portal says that it will not go on for long: some thousand traces and the files that are being made.</summary>
    public const long Least = 200L << 20;

    private string Folder => Path.GetDirectoryName(databases.SqliteFile?.DataSource) ?? environment.ContentRootPath;

    /// <summary>Bytes; null where the system does not say.</summary>
    public long? Free()
    {
        try { return new DriveInfo(Folder).AvailableFreeSpace; }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException) { return null; }
    }

    /// <summary>One sentence, or null when there is enough.</summary>
    public string? Shortage() => Free() is { } free and < Least
        ? string.Create(CultureInfo.InvariantCulture, $"The disk of {Folder} has {free >> 20} MB left; free at least {Least >> 20} MB.")
        : null;
}
