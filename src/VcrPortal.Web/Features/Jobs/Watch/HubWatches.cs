using System.Net;
using VcrPortal.Web.Access.Network;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>Bounds what programs may follow at the same time: an open watch costs a reader of the log.</summary>
public sealed class HubWatches
{
    /// <summary>Watches of one connection.</summary>
    public const int OfOneConnection = 10;

    /// <summary>Watches of one address, over all its connections. Several people may stand behind one.</summary>
    public const int OfOneAddress = 50;

    private readonly PlacesBySender _connections = new(OfOneConnection);
    private readonly PlacesBySender _addresses = new(OfOneAddress);

    /// <returns>The place, free again when it is disposed; null when there is none left.</returns>
    internal IDisposable? TryTake(string connection, IPAddress? address)
    {
        if (_connections.TryTake(connection) is not { } ofConnection) return null;
        if (_addresses.TryTake(address) is { } ofAddress) return new Both(ofConnection, ofAddress);
        ofConnection.Dispose();
        return null;
    }

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
