using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A circuit outlives the answer that opened it: here it feels that its person signed out in another tab, at once where that happened in
/// this process; and within a minute, as a cookie does, that they signed out elsewhere or everywhere, have another role, or are gone. It
/// then goes on as a visitor's.
/// </summary>
internal sealed class RevalidateCircuits : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptions<IdentityOptions> _options;
    private readonly EndedSessions _ended;

    public RevalidateCircuits(
        ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<IdentityOptions> options, EndedSessions ended) : base(logs)
    {
        (_scopes, _options, _ended) = (scopes, options, ended);
        _ended.Listen(this, key => _ = HearAsync(key));
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) => IsStillAsync(authenticationState.User);

    /// <summary>Whether this is still an account, and as the cookie says.</summary>
    internal async Task<bool> IsStillAsync(ClaimsPrincipal user)
    {
        if (Caller.From(user) is { IsSignedIn: true } caller && Session.KeyOf(user) is { } session
            && (_ended.Has(session) || await _ended.IsEndedAsync(caller.Key, session))) return false;
        await using var scope = _scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await accounts.GetUserAsync(user) is { } account
            && await accounts.GetSecurityStampAsync(account) == user.FindFirstValue(_options.Value.ClaimsIdentity.SecurityStampClaimType);
    }

    protected override void Dispose(bool disposing)
    {
        _ended.Leave(this);
        base.Dispose(disposing);
    }

    private async Task HearAsync(string session)
    {
        try
        {
            if (Session.KeyOf((await GetAuthenticationStateAsync()).User) == session)
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
        catch (InvalidOperationException)
        {
            // Nobody has been told yet who this is: whoever it is, the cookie is looked at first.
        }
    }
}
