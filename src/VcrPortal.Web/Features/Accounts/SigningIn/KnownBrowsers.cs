using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A cookie remembers which accounts have signed in from a browser. It opens nothing; but strangers who lock an account by wrong passwords
/// do not keep its person out of such a browser, whose own wrong passwords are counted apart.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Cookie = "vcr-known";
    private const int Bytes = 16;

    /// <summary>Accounts of one browser; the oldest goes.</summary>
    private const int Most = 5;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector(Cookie).ToTimeLimitedDataProtector();

    /// <returns>Tells this browser and account apart from others; null when the account never signed in here.</returns>
    internal string? Find(HttpContext request, string accountKey) =>
        Read(request) is [var browser, .. var accounts] && accounts.Contains(accountKey) ? $"{browser} {accountKey}" : null;

    /// <summary>The account has just signed in from here.</summary>
    internal void Remember(HttpContext request, string accountKey)
    {
        var (browser, accounts) = Read(request) is [var known, .. var before] ? (known, before)
            : (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), []);
        string[] kept = [browser, accountKey, .. accounts.Where(a => a != accountKey).Take(Most - 1)];
        request.Response.Cookies.Append(Cookie, _seal.Protect(string.Join(' ', kept), Lasts), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.Request.IsHttps,
            IsEssential = true,
            MaxAge = Lasts,
        });
    }

    private string[] Read(HttpContext request)
    {
        if (request.Request.Cookies[Cookie] is not { Length: > 0 } sealedList) return [];
        try { return _seal.Unprotect(sealedList).Split(' '); }
        catch (CryptographicException) { return []; } // too old, or not ours
    }
}
