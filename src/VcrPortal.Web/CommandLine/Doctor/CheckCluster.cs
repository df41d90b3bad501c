using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Whether this process could come in where the members of its cluster meet. It does not come in.</summary>
internal static class CheckCluster
{
    private const string What = "Cluster";

    public static async IAsyncEnumerable<Finding> RunAsync(
        IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        var cluster = services.GetRequiredService<ClusterOptions>();
        if (!cluster.IsShared)
        {
            yield return Finding.Good(What, "None is named: this process shares no work.");
            yield break;
        }
        if (await MeetingPlace.FindTroubleAsync(cluster, ct) is { } trouble)
        {
            yield return Finding.Bad(What, trouble, cluster.IsInRedis
                ? "Start that Redis, let this machine reach it, and see that address and password in Cluster:Redis are right."
                : "Until then no member starts. Another way to meet is a Redis (Cluster:Redis).");
            yield break;
        }
        yield return Finding.Good(What, string.Create(CultureInfo.InvariantCulture,
            $"Its members meet in a {(cluster.IsInRedis ? "Redis" : "SQL Server")} that answers, as \u201c{cluster.Name}\u201d; they reach "
            + $"this one at {(string.IsNullOrEmpty(cluster.Address) ? "the machine's own address" : cluster.Address)}, "
            + $"port {(cluster.Port == 0 ? "any" : cluster.Port)}."));
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Sqlite)
            yield return Finding.Warning(What, "Its members share a SQLite file, which holds on one machine only.",
                "For several machines take a SQL Server (Database:Provider, docs/deployment.md).");
    }
}
