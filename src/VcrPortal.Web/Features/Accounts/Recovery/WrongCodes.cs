using System.Collections.Concurrent;
using System.Net;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.Recovery;

/// <summary>
/// Counts wrong recovery codes by the address that sent them. A code holds 80 bits, so nobody guesses one; what is slowed down is whoever
/// tries, not the person whose account it is, as a lock of the account would.
/// </summary>
public sealed class WrongCodes(TimeProvider clock)
{
    public const int Allowed = 5;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Addresses that are kept. Beyond it new ones are not counted: the limit of forms by address still holds.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Until)> _wrong = new(StringComparer.Ordinal);

    public bool IsResting(IPAddress? address) =>
        _wrong.TryGetValue(Sender.KeyOf(address), out var wrong) && wrong.Count >= Allowed && wrong.Until > clock.GetUtcNow();

    public void Add(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        foreach (var (other, wrong) in _wrong) if (wrong.Until <= now) _wrong.TryRemove(other, out _);
        var sender = Sender.KeyOf(address);
        if (_wrong.Count < Most || _wrong.ContainsKey(sender))
            _wrong.AddOrUpdate(sender, _ => (1, now + Rest), (_, wrong) => (wrong.Count + 1, now + Rest));
    }
}
