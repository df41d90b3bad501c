using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <param name="Key">The key of a session that was signed out, or of an account that has changed.</param>
/// <param name="Survivor">The key of the account's session that goes on, if one does for certain.</param>
internal readonly record struct SessionNews(string Key, string? Survivor);

/// <summary>
/// Sessions that were signed out, and accounts that have just changed: their role, or which of their sessions go on. In this process
/// both are felt at once, by circuits too. A session that was signed out is also in the database, beside the account, until its cookie has
/// grown too old: other processes
/// look there within a minute, as they compare cookies with the account.
/// </summary>
public sealed class EndedSessions(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    private const string Ended = "ended-session";

    /// <summary>Beyond it the minute has to do.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    // There are as many as there are circuits.
    private readonly ConcurrentDictionary<object, Action<SessionNews>> _listeners = new(ReferenceEqualityComparer.Instance);

    /// <param name="hear">Gets each session that is signed out here, and each account that changes, on the thread of whoever did
    /// it.</param>
    internal void Listen(object listener, Action<SessionNews> hear) => _listeners[listener] = hear;

    internal void Leave(object listener) => _listeners.TryRemove(listener, out _);

    /// <summary>What its cookies and circuits say is compared with the account from now on, not in a minute.</summary>
    /// <param name="account">The key of one that has changed.</param>
    /// <param name="survivor">The session that gets a new cookie with this answer. Its circuits hear nothing: one that loaded its page
    /// again before the answer is there would throw the new cookie away.</param>
    public void LookAgainAt(string account, string? survivor = null) => Add(new(account, survivor));

    private void Add(SessionNews news)
    {
        var key = news.Key;
        var now = clock.GetUtcNow();
        foreach (var (other, until) in _until) if (until < now) _until.TryRemove(other, out _);
        if (_until.Count < Most) _until[key] = now + AccountsSetup.LookAgain;
        foreach (var (_, hear) in _listeners) hear(news);
    }

    public bool Has(string? key) => key is not null && _until.TryGetValue(key, out var until) && until >= clock.GetUtcNow();

    /// <summary>For good: a copy of its cookie opens nothing any more.</summary>
    public async Task EndAsync(string accountKey, string session)
    {
        Add(new(session, null));
        await using var db = await databases.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        // Times of one form compare as texts do.
        await db.UserTokens.Where(t => t.UserId == accountKey && t.LoginProvider == Ended && string.Compare(t.Value, TextOf(now)) < 0)
            .ExecuteDeleteAsync();
        if (await IsEndedAsync(db, accountKey, session) || !await db.Users.AnyAsync(a => a.Id == accountKey)) return;
        db.UserTokens.Add(new IdentityUserToken<string>
        {
            UserId = accountKey,
            LoginProvider = Ended,
            Name = session,
            Value = TextOf(now + AccountsSetup.CookieLasts),
        });
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException)
        {
            // The same form twice at once, or the account went at this moment: it has ended either way.
            if (await db.Users.AnyAsync(u => u.Id == accountKey) && !await IsEndedAsync(db, accountKey, session)) throw;
        }
    }

    public async Task<bool> IsEndedAsync(string accountKey, string session)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await IsEndedAsync(db, accountKey, session);
    }

    private static Task<bool> IsEndedAsync(PortalDb db, string accountKey, string session) =>
        db.UserTokens.AnyAsync(t => t.UserId == accountKey && t.LoginProvider == Ended && t.Name == session);

    private static string TextOf(DateTimeOffset at) => at.UtcDateTime.ToString("s", null);
}
