using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Live;

internal static class LiveSetup
{
    /// <summary>A bell that rings on all members of a cluster.</summary>
    /// <param name="name">The same on every member, in every version.</param>
    public static IServiceCollection AddSharedBell<TBell>(this IServiceCollection services, string name) where TBell : Bell<int> =>
        services.AddSingleton<TBell>().AddSingleton(s => new SharedBell(name, s.GetRequiredService<TBell>()));

    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LiveOptions>().BindAll(configuration.GetSection(LiveOptions.Section)).ValidateOnStart();
        services.AddOptions<ClusterOptions>().BindAll(configuration.GetSection(ClusterOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClusterOptions>, ValidateClusterOptions>()
            .AddSingleton(s => s.GetRequiredService<IOptions<ClusterOptions>>().Value).AddSingleton<ReadMembers>();
        services.AddScoped<BrowserConnection>().AddScoped<CircuitHandler>(s => s.GetRequiredService<BrowserConnection>());
        return services.AddSingleton<IValidateOptions<LiveOptions>, ValidateLiveOptions>()
            .AddSingleton<OpenCircuits>().AddSingleton<CircuitHandler>(s => s.GetRequiredService<OpenCircuits>());
    }
}
