using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>
/// Shows that somebody followed a link on their own account page. Without it another site could send a signed-in person on the way of
/// connecting, while their browser is signed in at the provider as the attacker. (A form cannot do it: our policy forbids forms that lead
/// to other sites.)
/// </summary>
public sealed class LinkToken(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("VcrPortal.LinkIdentity")
        .ToTimeLimitedDataProtector();

    public string For(string accountKey) => _protector.Protect(accountKey, Lasts);

    public bool IsFor(string? token, string accountKey)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2000) return false;
        try { return _protector.Unprotect(token) == accountKey; }
        catch (CryptographicException) { return false; }
    }
}
