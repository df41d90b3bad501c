using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>Ends all one's sessions, this one too: at once in this process, within a minute in others. It needs no proof: who finds an open browser may only close it.</summary>
[Does(Deed.EndOwnSessions)]
public sealed class SignOutEverywhere(UserManager<Account> accounts, PortalDb db, Session session, TimeProvider clock)
{
    public async Task<AccountChange> RunAsync(Caller caller)
    {
        if (!caller.May(Deed.EndOwnSessions) || await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        var saved = await db.RememberedAsync(caller, Deed.EndOwnSessions, account, clock, () => accounts.UpdateSecurityStampAsync(account));
        if (!saved.Succeeded) return AccountChange.AtTheSameMoment;
        await session.EndAllAsync(account.Id);
        return new AccountChange.Done();
    }
}
