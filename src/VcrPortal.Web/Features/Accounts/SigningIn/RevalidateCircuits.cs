using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A circuit outlives the answer that opened it: here it feels that its person has another role, signed out in another tab or everywhere,
/// or is gone: at once where that happened in this process, and within a minute, as a cookie does, elsewhere. It then goes on in that
/// role, or as a visitor's.
/// </summary>
internal sealed class RevalidateCircuits : RevalidatingServerAuthenticationStateProvider
{
    private readonly SessionCheck _sessions;
    private readonly EndedSessions _ended;
    private readonly ILogger _log;

    public RevalidateCircuits(ILoggerFactory logs, SessionCheck sessions, EndedSessions ended) : base(logs)
    {
        (_sessions, _ended, _log) = (sessions, ended, logs.CreateLogger<RevalidateCircuits>());
        _ended.Listen(this, news => _ = HearAsync(news));
    }

    protected override TimeSpan RevalidationInterval => AccountsSetup.LookAgain;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var now = await _sessions.AsTheyAreNowAsync(authenticationState.User);
        if (now is not null && now != authenticationState.User) GoOnAs(now);
        return now is not null;
    }

    protected override void Dispose(bool disposing)
    {
        _ended.Leave(this);
        base.Dispose(disposing);
    }

    private void GoOnAs(ClaimsPrincipal user) => SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));

    private async Task HearAsync(SessionNews news)
    {
        try
        {
            var user = (await GetAuthenticationStateAsync()).User;
            var session = Session.KeyOf(user);
            var hasEnded = session == news.Key;
            var goesOn = session is not null && session == news.Survivor;
            if (!hasEnded && (goesOn || Caller.From(user).Key != news.Key)) return;
            var now = hasEnded ? null : await _sessions.AsTheyAreNowAsync(user);
            if (now != user) GoOnAs(now ?? new ClaimsPrincipal(new ClaimsIdentity()));
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
