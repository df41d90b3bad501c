using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>Takes a passkey from one's own account; never the last way to sign in.</summary>
[Requires(Operation.ManageOwnPasskeys)]
public sealed class RemovePasskey(UserManager<Account> accounts, HistoryWriter history, TimeProvider clock)
{
    public async Task<AccountChange> RunAsync(string? id, Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.ManageOwnPasskeys, clock)) is { } stopped) return stopped;
        if (await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        // Twice is once.
        if (PasskeyView.IdFrom(id) is not { } bytes
            || await accounts.GetPasskeyAsync(account, bytes) is null) return new AccountChange.Done();
        if (await WaysIn.CountAsync(accounts, account) == 1) return WaysIn.Last;
        await history.WithAsync(caller.Key, Operation.ManageOwnPasskeys, "removed", () => accounts.RemovePasskeyAsync(account, bytes));
        return new AccountChange.Done();
    }
}
