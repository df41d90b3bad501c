using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>Adds a passkey to the account of whoever is signed in.</summary>
[Requires(Operation.ManageOwnPasskeys)]
public sealed class AddPasskey(SignInManager<Account> signIn, HistoryWriter history, TimeProvider clock)
{
    private static readonly AccountChange NotMade =
        new AccountChange.Refused("The browser's answer was not accepted. Start again; if it fails once more, try another device.");

    private UserManager<Account> Accounts => signIn.UserManager;

    /// <param name="credential">The browser's answer, as JSON.</param>
    /// <param name="name">What the person calls it; may be empty.</param>
    public async Task<AccountChange> RunAsync(string? credential, string? name, Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.ManageOwnPasskeys, clock)) is { } stopped) return stopped;
        if (await Accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        var others = await Accounts.GetPasskeysAsync(account);
        if (others.Count >= PasskeyView.MostOfOneAccount) return new AccountChange.Refused(
            $"An account has at most {PasskeyView.MostOfOneAccount} passkeys. Remove one that you no longer use.");
        if (await ReadAsync(credential, account) is not { } passkey) return NotMade;
        passkey.Name = PasskeyView.NameFrom(name, others.Count);
        var kept = await history.WithAsync(
            caller.Key, Operation.ManageOwnPasskeys, "added", () => Accounts.AddOrUpdatePasskeyAsync(account, passkey));
        return kept.Succeeded ? new AccountChange.Done() : NotMade;
    }

    private async Task<UserPasskeyInfo?> ReadAsync(string? credential, Account account)
    {
        if (string.IsNullOrEmpty(credential) || credential.Length > AcceptPasskey.CredentialLength) return null;
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential);
            return made.Succeeded && made.UserEntity.Id == account.Id ? made.Passkey : null;
        }
        catch (InvalidOperationException) // no question was asked, or too long ago
        {
            return null;
        }
    }
}
