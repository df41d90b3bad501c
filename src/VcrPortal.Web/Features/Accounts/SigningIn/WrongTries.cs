using System.Collections.Concurrent;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// Counts wrong tries by whoever makes them: recovery codes by the address that sent them, passwords by a browser that is known to the
/// account. What is slowed down is whoever tries, not the person whose account it is, as a lock of the account would.
/// </summary>
public sealed class WrongTries(TimeProvider clock)
{
    public const int Allowed = 5;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Triers that are kept. Beyond it new ones are not counted: the limit of forms by address still holds.</summary>
    private const int Most = 10_000;

    // Not by the time of day: a clock that is set back an hour must keep nobody out for an hour.
    private readonly ConcurrentDictionary<string, (int Count, long Since)> _wrong = new(StringComparer.Ordinal);

    public bool IsResting(string who) =>
        _wrong.TryGetValue(who, out var wrong) && wrong.Count >= Allowed && clock.GetElapsedTime(wrong.Since) < Rest;

    /// <summary>Who has shown that it was them is no longer counted.</summary>
    public void Forget(string who) => _wrong.TryRemove(who, out _);

    public void Add(string who)
    {
        var now = clock.GetTimestamp();
        foreach (var (other, wrong) in _wrong) if (clock.GetElapsedTime(wrong.Since, now) >= Rest) _wrong.TryRemove(other, out _);
        if (_wrong.Count < Most || _wrong.ContainsKey(who))
            _wrong.AddOrUpdate(who, _ => (1, now), (_, wrong) => (wrong.Count + 1, now));
    }
}
