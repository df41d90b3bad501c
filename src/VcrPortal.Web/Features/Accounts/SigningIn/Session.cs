using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>The cookie of somebody who is signed in. It remembers when its person last proved who they are.</summary>
public sealed class Session(SignInManager<Account> signIn, EndedSessions ended, HistoryWriter history, TimeProvider clock)
{
    private const string ProvedItem = "proved";

    /// <param name="remember">For two weeks; else until the browser is closed.</param>
    /// <param name="by">How its person showed who they are, for the history.</param>
    public async Task OpenAsync(Account account, bool remember, string by)
    {
        await signIn.SignInAsync(account, Proved(new AuthenticationProperties { IsPersistent = remember }));
        await history.NoteAsync(account.Id, Operation.SignIn, by);
    }

    /// <summary>The same session, with a fresh proof.</summary>
    public async Task ProveAsync(Account account)
    {
        var now = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInAsync(account, Proved(now.Properties ?? new AuthenticationProperties()));
        await history.NoteAsync(account.Id, Operation.SignIn, "proved again");
    }

    /// <summary>After the account's stamp has changed: this session goes on, all others end.</summary>
    public async Task OutliveOthersAsync(Account account)
    {
        ended.Add(account.Id);
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>All sessions, this one too.</summary>
    public async Task EndAllAsync(string accountKey)
    {
        ended.Add(accountKey);
        await signIn.SignOutAsync();
    }

    /// <summary>At each request: ends what has ended, and tells the time of the proof to <see cref="Caller"/>.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var ended = cookie.HttpContext.RequestServices.GetRequiredService<EndedSessions>();
        // So that it is looked at.
        if (ended.Has(cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier))) cookie.Properties.IssuedUtc = null;
        await SecurityStampValidator.ValidatePrincipalAsync(cookie);
        if (cookie.Principal?.Identity is not ClaimsIdentity identity) return;
        if (identity.FindFirst(Caller.ProvedClaim) is { } older) identity.RemoveClaim(older);
        if (cookie.Properties.Items.TryGetValue(ProvedItem, out var at) && at is not null) identity.AddClaim(
            new Claim(Caller.ProvedClaim, at));
    }

    private AuthenticationProperties Proved(AuthenticationProperties properties)
    {
        properties.Items[ProvedItem] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return properties;
    }
}
