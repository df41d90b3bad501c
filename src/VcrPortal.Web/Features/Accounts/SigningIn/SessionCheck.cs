using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What outlives the answer that opened it (a circuit, a hub connection) asks here whether its person is still signed
/// in.</summary>
public sealed class SessionCheck(IServiceScopeFactory scopes, IOptions<IdentityOptions> options, EndedSessions ended)
{
    /// <summary>Whether this is still an account, as the cookie says, in a session that was not signed out.</summary>
    public async Task<bool> IsStillAsync(ClaimsPrincipal user)
    {
        if (Caller.From(user) is { IsSignedIn: true } caller && Session.KeyOf(user) is { } session
            && (ended.Has(session) || await ended.IsEndedAsync(caller.Key, session))) return false;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await accounts.GetUserAsync(user) is { } account
            && await accounts.GetSecurityStampAsync(account) == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
