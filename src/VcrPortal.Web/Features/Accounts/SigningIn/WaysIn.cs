using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Profile;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>Password, passkeys and identities elsewhere. Recovery codes are none: they run out.</summary>
internal static class WaysIn
{
    public static AccountChange Last { get; } =
        new AccountChange.Refused("This is your only way to sign in. Set a password or add another way first.");

    public static async Task<int> CountAsync(UserManager<Account> accounts, Account account) =>
        (account.PasswordHash is null ? 0 : 1) + (await accounts.GetPasskeysAsync(account)).Count
            + (await accounts.GetLoginsAsync(account)).Count;
}
