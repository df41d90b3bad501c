using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>Gives one's own passkey another name.</summary>
[Requires(Operation.ManageOwnPasskeys)]
public sealed class RenamePasskey(UserManager<Account> accounts, HistoryWriter history, TimeProvider clock)
{
    public async Task<AccountChange> RunAsync(string? id, string? name, Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.ManageOwnPasskeys, clock)) is { } stopped) return stopped;
        if (await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        if (PasskeyView.IdFrom(id) is not { } bytes
            || await accounts.GetPasskeyAsync(account, bytes) is not { } passkey) return new AccountChange.Refused(
            "This passkey is not here any more.");
        if (string.IsNullOrWhiteSpace(name)) return new AccountChange.Refused("Write a name for the passkey, for example Laptop.");
        passkey.Name = PasskeyView.NameFrom(name, 0);
        await history.WithAsync(
            caller.Key, Operation.ManageOwnPasskeys, "renamed", () => accounts.AddOrUpdatePasskeyAsync(account, passkey));
        return new AccountChange.Done();
    }
}
