using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What outlives the answer that opened it (a circuit, a hub connection) asks here whether its person is still signed in, and
/// in which role.</summary>
public sealed class SessionCheck(IServiceScopeFactory scopes, IOptions<IdentityOptions> options, EndedSessions ended)
{
    /// <returns>The very same while nothing has changed; them in their present role; null when this is no account any more, or its
    /// session has ended.</returns>
    public async Task<ClaimsPrincipal?> AsTheyAreNowAsync(ClaimsPrincipal user)
    {
        if (Caller.From(user) is { IsSignedIn: true } caller && Session.KeyOf(user) is { } session
            && (ended.Has(session) || await ended.IsEndedAsync(caller.Key, session))) return null;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await accounts.GetUserAsync(user) is { } account
            && await accounts.GetSecurityStampAsync(account) == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
            ? In(account.Role.ToString(), user)
            : null;
    }

    private static ClaimsPrincipal In(string role, ClaimsPrincipal user)
    {
        if (user.FindFirstValue(Caller.RoleClaim) == role) return user;
        var now = user.Clone();
        var identity = (ClaimsIdentity)now.Identity!;
        if (identity.FindFirst(Caller.RoleClaim) is { } older) identity.RemoveClaim(older);
        identity.AddClaim(new Claim(Caller.RoleClaim, role));
        return now;
    }
}
