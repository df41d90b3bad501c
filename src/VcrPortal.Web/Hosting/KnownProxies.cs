using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using VcrPortal.Web.Data;
using IPNetwork = System.Net.IPNetwork;

namespace VcrPortal.Web.Hosting;

/// <summary>Whose word on the sender's address and scheme is taken: <c>Proxies:Known</c>, addresses and networks such as
/// <c>10.0.0.5</c> and <c>10.1.0.0/16</c>. Who reaches the portal past them is counted by the address that they have.</summary>
internal static class KnownProxies
{
    private const string Section = "Proxies", Setting = "Proxies:Known";

    public static void AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var named = Read(configuration);
        if (named.Length == 0) return;
        // After the framework's own, which takes everybody's word where ASPNETCORE_FORWARDEDHEADERS_ENABLED is set.
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in named) options.KnownIPNetworks.Add(network);
            options.ForwardLimit = null; // a chain of known ones is followed to its end
        });
    }

    public static void UseKnownProxies(this IApplicationBuilder app)
    {
        if (Read(app.ApplicationServices.GetRequiredService<IConfiguration>()).Length > 0) app.UseForwardedHeaders();
    }

    private static IPNetwork[] Read(IConfiguration configuration)
    {
        if (configuration.GetSection(Section).GetChildren().FirstOrDefault(c => !c.Key.Equals("Known", StringComparison.OrdinalIgnoreCase))
            is { } other) throw new PortalStartException($"There is no setting {Section}:{other.Key}. There is {Setting}.");
        return [.. (configuration.GetSection(Setting).Get<string[]>() ?? []).Select(NetworkOf)];
    }

    private static IPNetwork NetworkOf(string written)
    {
        if (IPNetwork.TryParse(written, out var network)) return network;
        if (IPAddress.TryParse(written, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new PortalStartException(
            $"{Setting} has \u201c{written}\u201d; write the address of a proxy or its network, for example 10.0.0.5 or 10.1.0.0/16.");
    }
}
