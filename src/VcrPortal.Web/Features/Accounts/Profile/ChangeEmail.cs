using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>Sets or takes away one's own e-mail address. Nothing is ever sent to it, and nobody gets in by having it.</summary>
[Requires(Operation.ChangeOwnEmail)]
public sealed class ChangeEmail(UserManager<Account> accounts, Session session, HistoryWriter history, TimeProvider clock)
{
    private const string Field = "email";

    /// <param name="email">Empty takes it away.</param>
    public async Task<AccountChange> RunAsync(string? email, Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.ChangeOwnEmail, clock)) is { } stopped) return stopped;
        if (await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        if (AccountRules.CheckEmail(email) is { } noAddress) return new AccountChange.Refused(noAddress.Message, Field);
        var address = AccountRules.EmailFrom(email);
        var set = await history.WithAsync(
            account.Id, Operation.ChangeOwnEmail, address is null ? "taken away" : "set", () => accounts.SetEmailAsync(account, address));
        if (!set.Succeeded) return new AccountChange.Refused(AccountRules.Describe(set.Errors.First()).Message, Field);
        await session.GoOnAsync(account);
        return new AccountChange.Done();
    }
}
