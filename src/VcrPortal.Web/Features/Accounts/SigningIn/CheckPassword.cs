using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// Whether a password is an account's. Five wrong ones from a browser that the account signed in from let that browser rest; five from
/// elsewhere let the account rest for everybody but those browsers, so that strangers keep nobody out. Every answer takes one hash: its
/// time does not tell whether there is such an account, whether it has a password, or whether it rests.
/// </summary>
public sealed class CheckPassword(
    SignInManager<Account> signIn, KnownBrowsers browsers, WrongTries wrong, IHttpContextAccessor request)
{
    private static readonly Account Nobody = new();

    private UserManager<Account> Accounts => signIn.UserManager;

    public async Task<ProofOutcome> RunAsync(Account? account, string? typed)
    {
        if (account?.PasswordHash is null || typed is null or { Length: 0 or > AccountRules.PasswordMost })
            return AfterAHash(ProofOutcome.Wrong);
        if (request.HttpContext is { } context && browsers.Find(context, account.Id) is { } browser)
            return await CheckFromAsync(browser, account, typed);
        if (await Accounts.IsLockedOutAsync(account)) return AfterAHash(ProofOutcome.LockedOut);
        var result = await signIn.CheckPasswordSignInAsync(account, typed, lockoutOnFailure: true);
        return result.Succeeded ? ProofOutcome.Proven : result.IsLockedOut ? ProofOutcome.LockedOut : ProofOutcome.Wrong;
    }

    private async Task<ProofOutcome> CheckFromAsync(string browser, Account account, string typed)
    {
        if (wrong.IsResting(browser)) return AfterAHash(ProofOutcome.LockedOut);
        if (await Accounts.CheckPasswordAsync(account, typed))
        {
            wrong.Forget(browser);
            return ProofOutcome.Proven;
        }
        wrong.Add(browser);
        return wrong.IsResting(browser) ? ProofOutcome.LockedOut : ProofOutcome.Wrong;
    }

    private ProofOutcome AfterAHash(ProofOutcome outcome)
    {
        Accounts.PasswordHasher.HashPassword(Nobody, "nobody");
        return outcome;
    }
}
