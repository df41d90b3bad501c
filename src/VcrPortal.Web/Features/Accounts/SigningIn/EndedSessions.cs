using System.Collections.Concurrent;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// Accounts whose older sessions have just ended. Cookies are compared with the database once a minute; those of these accounts at once.
/// It helps this process only: in others the end is felt within the minute.
/// </summary>
public sealed class EndedSessions(TimeProvider clock)
{
    /// <summary>Beyond it the minute has to do.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public void Add(string accountKey)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, until) in _until) if (until < now) _until.TryRemove(key, out _);
        if (_until.Count < Most) _until[accountKey] = now + AccountsSetup.LookAgain;
    }

    public bool Has(string? accountKey) =>
        accountKey is not null && _until.TryGetValue(accountKey, out var until) && until >= clock.GetUtcNow();
}
