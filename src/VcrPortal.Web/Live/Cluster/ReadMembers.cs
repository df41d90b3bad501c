using System.Collections.Immutable;
using Orleans.Runtime;

namespace VcrPortal.Web.Live.Cluster;

/// <param name="Address">IP address and port.</param>
/// <param name="State">What it is at: <c>Active</c>, <c>Joining</c>, <c>ShuttingDown</c> and so on.</param>
public sealed record ClusterMember(string Address, string State);

/// <summary>Who belongs to the cluster, as this member sees it.</summary>
public sealed class ReadMembers(ClusterOptions options, IServiceProvider services)
{
    /// <returns>None where this process works alone, or while the cluster does not answer.</returns>
    public async Task<ImmutableArray<ClusterMember>> RunAsync()
    {
        if (!options.IsShared || services.GetService<IGrainFactory>() is not { } grains) return [];
        try
        {
            var hosts = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: false);
            return [.. hosts.Where(h => h.Value is not SiloStatus.Dead).OrderBy(h => h.Key)
                .Select(h => new ClusterMember(h.Key.Endpoint.ToString(), h.Value.ToString()))];
        }
        catch (Exception e) when (e is OrleansException or TimeoutException) { return []; }
    }
}
