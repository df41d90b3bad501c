using System.Net;
using System.Net.Sockets;

namespace VcrPortal.Web.Access.Network;

/// <summary>
/// The one way in which the portal asks other machines: those that its configuration names, and none on an inner network unless the name
/// that was written says that it is one. A public name that suddenly leads to an inner address is not followed there.
/// </summary>
internal static class Outbound
{
    /// <summary>Names that no public machine has.</summary>
    private static readonly string[] InnerEndings = [".local", ".localhost", ".internal", ".lan", ".home.arpa"];

    /// <param name="named">The host that the configuration names.</param>
    /// <param name="others">Whether the named one may lead to others, as a sign-in's discovery document does; never to inner ones, unless
    /// the named one is itself one.</param>
    public static SocketsHttpHandler HandlerFor(string named, bool others = false) => new()
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectCallback = (connection, ct) => ConnectAsync(connection, named, others, ct),
    };

    /// <summary>Whether this address is on the machine itself, on a network behind it, or nobody's.</summary>
    public static bool IsInner(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.IsIPv6SiteLocal
                || address.Equals(IPAddress.IPv6Any);
        return address.GetAddressBytes() is var b && (b[0] is 0 or 10 or 127 or >= 224 || (b[0] == 172 && b[1] is >= 16 and <= 31)
            || (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254) || (b[0] == 100 && b[1] is >= 64 and <= 127)
            || (b[0] == 198 && b[1] is 18 or 19));
    }

    /// <summary>Whether whoever wrote this name meant an inner machine: an inner address, a name without a dot (a container's), or one with
    /// an ending that only inner names have.</summary>
    public static bool IsNamedAsInner(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address)
        ? IsInner(address)
        : !host.Contains('.', StringComparison.Ordinal)
            || InnerEndings.Any(e => host.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <returns>Why the portal does not ask there; null when it does.</returns>
    internal static string? Refusal(string host, IReadOnlyList<IPAddress> addresses, string named, bool others)
    {
        if (!others && !string.Equals(host, named, StringComparison.OrdinalIgnoreCase))
            return $"The portal does not ask {host}: its configuration names {named}.";
        return !IsNamedAsInner(named) && addresses.Any(IsInner)
            ? $"The portal does not ask {host}: that name leads to an inner address. An inner machine is named by its address, by a name "
                + $"without a dot, or by one that ends with {string.Join(" or ", InnerEndings)}."
            : null;
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext connection, string named, bool others, CancellationToken ct)
    {
        // Through a proxy of the environment, the proxy is what is connected to, and looks up the name itself.
        var asked = connection.InitialRequestMessage.RequestUri?.IdnHost ?? connection.DnsEndPoint.Host;
        var isDirect = string.Equals(asked, connection.DnsEndPoint.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(connection.DnsEndPoint.Host, ct);
        if (Refusal(asked, isDirect ? addresses : [], named, others) is { } refusal) throw new HttpRequestException(refusal);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, connection.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
