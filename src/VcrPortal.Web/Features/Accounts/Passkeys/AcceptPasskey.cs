using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>Finds out whose passkey answered the question that this browser was asked.</summary>
public sealed class AcceptPasskey(SignInManager<Account> signIn)
{
    /// <summary>Beyond it, it is not the answer of a browser: those take about one kilobyte.</summary>
    public const int CredentialLength = 20_000;

    /// <param name="credential">The browser's answer, as JSON. A question may be answered once.</param>
    /// <returns>Null for whatever is wrong with it.</returns>
    public async Task<Account?> RunAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential) || credential.Length > CredentialLength) return null;
        try
        {
            var answer = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!answer.Succeeded) return null;
            // The counter of its uses; a copy of the passkey would fall behind.
            var kept = await signIn.UserManager.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
            return kept.Succeeded && await signIn.CanSignInAsync(answer.User) ? answer.User : null;
        }
        catch (InvalidOperationException) // no question was asked, or too long ago
        {
            return null;
        }
    }
}
