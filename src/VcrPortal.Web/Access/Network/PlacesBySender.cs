using System.Collections.Concurrent;
using System.Net;

namespace VcrPortal.Web.Access.Network;

/// <summary>So many of one thing at a time for one sender, whoever they say they are: what one holds open takes nothing from
/// others.</summary>
/// <param name="most">For one sender.</param>
internal sealed class PlacesBySender(int most)
{
    // It has as many entries as there are senders with something open; an empty one goes.
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <returns>The place, free again when it is disposed; null when this sender has all of theirs.</returns>
    public IDisposable? TryTake(IPAddress? address) => TryTake(Sender.KeyOf(address));

    /// <inheritdoc cref="TryTake(IPAddress)"/>
    public IDisposable? TryTake(string sender)
    {
        if (_taken.AddOrUpdate(sender, 1, (_, taken) => taken + 1) <= most) return new Place(this, sender);
        GiveBack(sender);
        return null;
    }

    private void GiveBack(string sender)
    {
        if (_taken.AddOrUpdate(sender, 0, (_, taken) => taken - 1) == 0) _taken.TryRemove(KeyValuePair.Create(sender, 0));
    }

    private sealed class Place(PlacesBySender places, string sender) : IDisposable
    {
        private int _isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGiven, 1) == 0) places.GiveBack(sender);
        }
    }
}
