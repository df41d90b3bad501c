using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Profile;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>Ends all one's sessions, this one too: at once in this process, within a minute in others. It needs no proof: who finds an open
/// browser may only close it.</summary>
[Requires(Operation.EndOwnSessions)]
public sealed class SignOutEverywhere(UserManager<Account> accounts, Session session, HistoryWriter history)
{
    public async Task<AccountChange> RunAsync(Caller caller)
    {
        if (!caller.May(Operation.EndOwnSessions)
            || await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        var saved = await history.WithAsync(caller.Key, Operation.EndOwnSessions, null, () => accounts.UpdateSecurityStampAsync(account));
        if (!saved.Succeeded) return AccountChange.AtTheSameMoment;
        await session.EndAllAsync(account.Id);
        return new AccountChange.Done();
    }
}
