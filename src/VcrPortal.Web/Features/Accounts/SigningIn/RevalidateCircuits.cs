using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A circuit outlives the answer that opened it: here it feels, within a minute as a cookie does, that its person signed out everywhere,
/// has another role, or is gone. It then goes on as a visitor's.
/// </summary>
internal sealed class RevalidateCircuits(ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) => IsStillAsync(authenticationState.User);

    /// <summary>Whether this is still an account, and as the cookie says.</summary>
    internal async Task<bool> IsStillAsync(ClaimsPrincipal user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await accounts.GetUserAsync(user) is { } account
            && await accounts.GetSecurityStampAsync(account) == user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
