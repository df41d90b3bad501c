using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.FirstAdministrator;

/// <summary>What became of a claim to be the first administrator.</summary>
public enum BecomeAdminOutcome { Done, WrongToken, ThereIsOne, NotSignedIn }

/// <summary>Makes the account that shows the console's token the first administrator.</summary>
[Requires(Operation.BecomeAdmin)]
public sealed class BecomeAdmin(
    UserManager<Account> accounts, IDbContextFactory<PortalDb> databases, HistoryWriter history, AdminToken token)
{
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(a => a.Role == PortalRole.Admin, ct);
    }

    public async Task<BecomeAdminOutcome> RunAsync(Caller caller, string? typed, CancellationToken ct)
    {
        if (!caller.IsSignedIn || await accounts.FindByIdAsync(caller.Key) is not { } account) return BecomeAdminOutcome.NotSignedIn;
        if (!await IsOpenAsync(ct)) return BecomeAdminOutcome.ThereIsOne;
        if (!token.Is(typed))
        {
            await history.FailedAsync(Operation.BecomeAdmin, account, isLockedOut: false);
            return BecomeAdminOutcome.WrongToken;
        }
        account.Role = PortalRole.Admin;
        var saved = await history.WithAsync(caller.Key, Operation.BecomeAdmin, null, () => accounts.UpdateAsync(account));
        return saved.Succeeded ? BecomeAdminOutcome.Done : BecomeAdminOutcome.ThereIsOne;
    }
}
