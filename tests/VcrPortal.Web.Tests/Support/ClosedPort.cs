using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VcrPortal.Web.Tests.Support;

/// <summary>A port of this machine on which nobody listens.</summary>
internal static class ClosedPort
{
    /// <summary>To a SQL Server that is not there, without a second try.</summary>
    public static string ConnectionString() => ConnectionString(Find(), seconds: 5);

    public static string ConnectionString(int port, int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"Server=tcp:127.0.0.1,{port};Database=portal;User Id=portal;Password=hush;Encrypt=False;Connect "
        + $"Timeout={seconds};ConnectRetryCount=0");

    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
