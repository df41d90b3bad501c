using System.Net;
using System.Net.Sockets;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>A port for a program that cannot be asked which one it took. Somebody else may take it first: what can listen on 0 does
/// that.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
