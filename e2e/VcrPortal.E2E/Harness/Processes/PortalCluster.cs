namespace VcrPortal.E2E.Harness.Processes;

/// <summary>Two portals and as many workers as a journey starts, as processes on loopback that share one database and one Redis.</summary>
public sealed class PortalCluster : IAsyncDisposable
{
    private readonly PortalSettings _settings;
    private readonly List<PortalProcess> _workers = [];

    private PortalCluster(PortalSettings settings, RedisProcess redis) => (_settings, Redis) = (settings, redis);

    /// <summary>Where they meet.</summary>
    public RedisProcess Redis { get; }

    public PortalProcess One { get; private set; } = null!;
    public PortalProcess Other { get; private set; } = null!;

    /// <param name="settings">The settings of all its processes.</param>
    public static async Task<PortalCluster> StartAsync(PortalSettings settings)
    {
        var cluster = new PortalCluster(settings, await RedisProcess.StartAsync());
        try
        {
            cluster.One = await PortalProcess.StartAsync(cluster.Settings("portal"));
            cluster.Other = await PortalProcess.StartAsync(cluster.Settings("portal"), cluster.One);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <param name="more">The settings of this worker alone.</param>
    public async Task<PortalProcess> AddWorkerAsync(params IReadOnlyList<(string Key, string? Value)> more)
    {
        var settings = Settings("worker");
        var worker = await PortalProcess.StartAsync(settings with { More = [.. settings.More!, .. more] }, One);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>What Compose or Kubernetes does: whoever has ended is started again.</summary>
    /// <param name="but">The one that stays away for now.</param>
    /// <returns>How many had.</returns>
    public async Task<int> StartWhoeverEndedAsync(PortalProcess? but = null)
    {
        PortalProcess[] ended = [.. ((PortalProcess[])[One, Other, .. _workers]).Where(p => p != but && p.HasEnded)];
        foreach (var process in ended) await process.StartAsync();
        return ended.Length;
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever owns the database goes last.
        foreach (var process in (PortalProcess?[])[.. _workers, Other, One])
            if (process is not null) await process.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private PortalSettings Settings(string role) => _settings with
    {
        More =
        [
            .. _settings.More ?? [], ("Portal__Role", role), ("Cluster__Redis", Redis.Address), ("Cluster__Address", "127.0.0.1"),
            ("Cluster__Port", "0"), ("Jobs__Attempts", "20"),
        ],
    };
}
