using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A circuit outlives the answer that opened it: here it feels that its person signed out in another tab or everywhere, has another role,
/// or is gone: at once where that happened in this process, and within a minute, as a cookie does, elsewhere. It then goes on as a
/// visitor's.
/// </summary>
internal sealed class RevalidateCircuits : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionCheck _sessions;
    private readonly EndedSessions _ended;
    private readonly ILogger _log;

    public RevalidateCircuits(ILoggerFactory logs, SessionCheck sessions, EndedSessions ended) : base(logs)
    {
        (_sessions, _ended, _log) = (sessions, ended, logs.CreateLogger<RevalidateCircuits>());
        _ended.Listen(this, key => _ = HearAsync(key));
    }

    protected override TimeSpan RevalidationInterval => AccountsSetup.LookAgain;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) => _sessions.IsStillAsync(authenticationState.User);

    protected override void Dispose(bool disposing)
    {
        _ended.Leave(this);
        base.Dispose(disposing);
    }

    private async Task HearAsync(string key)
    {
        try
        {
            var user = (await GetAuthenticationStateAsync()).User;
            var isOver = Session.KeyOf(user) == key || (Caller.From(user).Key == key && !await _sessions.IsStillAsync(user));
            if (isOver) SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
        catch (InvalidOperationException)
        {
            // Nobody has been told yet who this is: whoever it is, the cookie is looked at first.
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            _log.LogError("A live page was not compared with its session; that is done again within a minute. {Reason}",
                DatabaseTrouble.Explain(e, ""));
        }
    }
}
