using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Net.Http.Headers;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>The cookie of somebody who is signed in. It remembers when its person last proved who they are.</summary>
public sealed class Session(
    SignInManager<Account> signIn, EndedSessions ended, KnownBrowsers browsers, HistoryWriter history, TimeProvider clock)
{
    private const string ProvedItem = "proved";
    private const string SessionItem = "session";
    private const string SessionClaim = "vcr:session";

    /// <param name="remember">For two weeks; else until the browser is closed.</param>
    /// <param name="by">How its person showed who they are, for the history.</param>
    public async Task OpenAsync(Account account, bool remember, string by)
    {
        await signIn.SignInAsync(account, Proved(new AuthenticationProperties { IsPersistent = remember }));
        browsers.Remember(signIn.Context, account.Id);
        await history.NoteAsync(account.Id, Operation.SignIn, by);
    }

    /// <summary>The same session, with a fresh proof.</summary>
    public async Task ProveAsync(Account account)
    {
        var now = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInAsync(account, Proved(now.Properties ?? new AuthenticationProperties()));
        await history.NoteAsync(account.Id, Operation.SignIn, "proved again");
    }

    /// <summary>After the account has changed: this session goes on with a cookie that says so. Others are compared with the account
    /// from now on, and end where its stamp has changed.</summary>
    public async Task GoOnAsync(Account account)
    {
        ended.LookAgainAt(account.Id, KeyOf(signIn.Context.User));
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>This session: a copy of its cookie and other tabs of its browser do not go on.</summary>
    public async Task EndAsync(ClaimsPrincipal user)
    {
        await signIn.SignOutAsync();
        if (Caller.From(user) is not { IsSignedIn: true } caller) return;
        if (KeyOf(user) is { } session) await ended.EndAsync(caller.Key, session);
        await history.NoteAsync(caller.Key, Operation.SignOut);
    }

    /// <summary>Tells the sessions of one account apart; null in cookies from before there were such keys.</summary>
    internal static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);

    /// <summary>All sessions, this one too.</summary>
    public async Task EndAllAsync(string accountKey)
    {
        ended.LookAgainAt(accountKey);
        await signIn.SignOutAsync();
    }

    /// <summary>At each request: ends what has ended, and tells the time of the proof to <see cref="Caller"/>.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        await LookAsync(cookie);
        // What a script sent with the old cookie while the page got a new one (the last word of a circuit) takes the new one not away.
        if (cookie.Principal is null && cookie.Request.Headers["Sec-Fetch-Mode"] is [{ Length: > 0 } mode] && mode != "navigate")
            cookie.Response.Headers.Remove(HeaderNames.SetCookie);
    }

    private static async Task LookAsync(CookieValidatePrincipalContext cookie)
    {
        var services = cookie.HttpContext.RequestServices;
        var ended = services.GetRequiredService<EndedSessions>();
        var account = cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var session = cookie.Properties.Items.TryGetValue(SessionItem, out var kept) ? kept : null;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        // So that it is looked at: what has just ended, and what was issued before the clock was set back, which would else be thought
        // new until that time comes again.
        if (ended.Has(account) || ended.Has(session) || cookie.Properties.IssuedUtc > now + AccountsSetup.LookAgain)
            cookie.Properties.IssuedUtc = null;
        var isLookedAt = cookie.Properties.IssuedUtc is not { } issued || now - issued > AccountsSetup.LookAgain;
        if (isLookedAt && account is not null && session is not null && await ended.IsEndedAsync(account, session))
        {
            cookie.RejectPrincipal();
            await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        await SecurityStampValidator.ValidatePrincipalAsync(cookie);
        if (cookie.Principal?.Identity is not ClaimsIdentity identity) return;
        AddClaim(identity, Caller.ProvedClaim, cookie.Properties, ProvedItem);
        AddClaim(identity, SessionClaim, cookie.Properties, SessionItem);
    }

    private static void AddClaim(ClaimsIdentity identity, string claim, AuthenticationProperties properties, string item)
    {
        if (identity.FindFirst(claim) is { } older) identity.RemoveClaim(older);
        if (properties.Items.TryGetValue(item, out var value) && value is not null) identity.AddClaim(new Claim(claim, value));
    }

    private AuthenticationProperties Proved(AuthenticationProperties properties)
    {
        properties.Items[ProvedItem] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (!properties.Items.ContainsKey(SessionItem)) properties.Items[SessionItem] = Guid.NewGuid().ToString("N");
        return properties;
    }
}
