using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using StackExchange.Redis;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Live.Cluster;
using OrleansCluster = Orleans.Configuration.ClusterOptions;
using PortalCluster = VcrPortal.Web.Live.Cluster.ClusterOptions;

namespace VcrPortal.Web.Hosting;

/// <summary>The engine below the jobs (Orleans). Alone, it lives in this process and needs nothing else; the processes
/// that meet in one Redis (<c>Cluster:Redis</c>) or SQL Server (<c>Cluster:SqlServer</c>) share the work (ADR 18).</summary>
internal static class ClusterSetup
{
    // A dead machine is noticed after two unanswered probes; one that is frozen, when it has not said for some seconds that it lives.
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);
    private const int MissedProbes = 2;
    private static readonly TimeSpan SaysThatItLives = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LooksForMembers = TimeSpan.FromSeconds(5);

    /// <summary>Each member tells all others how busy it is, by default each second. Here nobody looks at it: workers ask for what they
    /// have room for.</summary>
    private static readonly TimeSpan SaysHowBusy = TimeSpan.FromSeconds(30);

    /// <summary>What warns although all goes well: of the machine's uptime, of turns that are slow on a busy machine, of each message and
    /// connection that a member took with it when it died (LogMembers says so once).</summary>
    private static readonly string[] Noisy =
    [
        "Orleans.Runtime.Watchdog", "Orleans.Runtime.Scheduler.WorkItemGroup", "Orleans.Runtime.Placement", "Orleans.Runtime.CallbackData",
        "Orleans.Runtime.MembershipService", // every few seconds while the place to meet is away; StayAMember says so once
        "Orleans.Messaging", "Orleans.Runtime.Messaging", "Orleans.Runtime.GrainCallCancellationManager",
        "Orleans.Runtime.GrainDirectory", "Polly",
    ];

    public static void AddCluster(this WebApplicationBuilder builder, PortalOptions roles)
    {
        var cluster = builder.Configuration.GetSection(PortalCluster.Section).Get<PortalCluster>() ?? new();
        if (!roles.IsWorker && !cluster.IsShared) return; // pages alone need no engine
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error); // it recommends a collector of another kind of server
        foreach (var category in Noisy) builder.Logging.AddFilter(category, LogLevel.Critical);
        // The engine starts beside the web server: nobody waits for it at the first page.
        builder.Services.Configure<HostOptions>(o => o.ServicesStartConcurrently = true);
        if (cluster.IsShared) AddMember(builder.Services, cluster);
        builder.UseOrleans(silo => Configure(silo, cluster, roles));
    }

    private static void AddMember(IServiceCollection services, PortalCluster cluster) => services
        .AddHostedService(_ => new FindMeetingPlace(cluster)).AddHostedService<ShareBells>()
        .AddHostedService<LogMembers>().AddSingleton<StayAMember>().AddHostedService(s => s.GetRequiredService<StayAMember>());

    private static void Configure(ISiloBuilder silo, PortalCluster cluster, PortalOptions roles)
    {
        if (cluster.IsShared) Join(silo, cluster);
        else silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: cluster.Name, clusterId: cluster.Name);
        // A member that works on no jobs knows no class for them, so that none is brought to it.
        if (!roles.IsWorker) silo.Services.PostConfigure<GrainTypeOptions>(o => o.Classes.Remove(typeof(JobGrain)));
    }

    private static void Join(ISiloBuilder silo, PortalCluster cluster)
    {
        if (cluster.IsInSqlServer) silo.UseAdoNetClustering(
            o => (o.Invariant, o.ConnectionString) = ("Microsoft.Data.SqlClient", cluster.SqlServer!));
        else silo.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(cluster.Redis!));
        silo.Configure<OrleansCluster>(o => (o.ClusterId, o.ServiceId) = (cluster.Name, cluster.Name));
        var port = cluster.Port == 0 ? FreePort() : cluster.Port;
        if (IPAddress.TryParse(cluster.Address, out var address)) silo.ConfigureEndpoints(address, port, gatewayPort: 0);
        else silo.ConfigureEndpoints(port, gatewayPort: 0);
        silo.Configure<DeploymentLoadPublisherOptions>(o => o.DeploymentLoadPublisherRefreshTime = SaysHowBusy);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            (o.ProbeTimeout, o.NumMissedProbesLimit) = (Probe, MissedProbes);
            (o.IAmAliveTablePublishTimeout, o.TableRefreshTimeout) = (SaysThatItLives, LooksForMembers);
        });
    }

    /// <summary>A port for the engine to talk with itself, which it must know before it listens.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
