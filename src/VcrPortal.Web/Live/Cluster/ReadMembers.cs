using System.Collections.Immutable;
using Orleans.Runtime;

namespace VcrPortal.Web.Live.Cluster;

/// <param name="Address">IP address and port.</param>
/// <param name="State">What it is at: <c>Active</c>, <c>Joining</c>, <c>ShuttingDown</c> and so on.</param>
public sealed record ClusterMember(string Address, string State);

/// <summary>Who belongs to the cluster, as this member sees it.</summary>
public sealed class ReadMembers(ClusterOptions options, IServiceProvider services)
{
    /// <returns>None where this process works alone. While the place to meet is away, who was there before.</returns>
    public ImmutableArray<ClusterMember> Run()
    {
        if (!options.IsShared || services.GetService<IClusterMembershipService>() is not { } membership) return [];
        return [.. membership.CurrentSnapshot.Members.Where(m => m.Value.Status is not SiloStatus.Dead).OrderBy(m => m.Key)
            .Select(m => new ClusterMember(m.Key.Endpoint.ToString(), m.Value.Status.ToString()))];
    }
}
