using System.Collections.Immutable;
using Orleans.Runtime;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Features.Discussion.People;

/// <summary>Who is on a trace's page at the other members of the cluster.</summary>
public sealed class PeopleElsewhere(ClusterOptions options, IServiceProvider services, ILogger<PeopleElsewhere> log)
{
    private readonly Guid _self = Guid.NewGuid();

    /// <param name="here">Who is there at this member; the others hear it.</param>
    /// <returns>None where this process stands alone, or while the cluster does not answer.</returns>
    internal async Task<ImmutableArray<Guest>> ExchangeAsync(int trace, ImmutableArray<Guest> here)
    {
        if (!options.IsShared || services.GetService<IGrainFactory>() is not { } grains) return [];
        try { return [.. await grains.GetGrain<IRoomGrain>(trace).ExchangeAsync(_self, [.. here])]; }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.LogDebug(e, "Who is elsewhere on the page is not known now");
            return [];
        }
    }
}
