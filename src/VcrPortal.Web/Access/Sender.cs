using System.Net;
using System.Net.Sockets;

namespace VcrPortal.Web.Access;

/// <summary>Tells apart the addresses that requests come from.</summary>
internal static class Sender
{
    /// <summary>For IPv6 this is the network: whoever has one address there has 2^64 of them.</summary>
    public static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
