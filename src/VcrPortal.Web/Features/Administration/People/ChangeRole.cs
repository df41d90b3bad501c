using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Administration.People;

/// <summary>What became of a change of role.</summary>
public enum ChangeRoleOutcome
{
    Changed, NotAllowed, NotFound, LastAdmin,
    /// <summary>Somebody else has changed it since it was looked at: nothing was done.</summary>
    Conflict,
}

/// <summary>Gives an account another role; its sessions go on, and feel it within a minute. The last administrator stays one.</summary>
/// <param name="db">The one that Identity's store works on, so that the role, the entry and the lock are one transaction.</param>
[Requires(Operation.ChangeRole)]
public sealed class ChangeRole(UserManager<Account> accounts, PortalDb db, EndedSessions ended, HistoryWriter history)
{
    /// <param name="was">What the administrator saw when they chose.</param>
    public async Task<ChangeRoleOutcome> RunAsync(string key, PortalRole was, PortalRole role, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ChangeRole)) return ChangeRoleOutcome.NotAllowed;
        // A role below contributor would be somebody who is signed in and yet may not even withdraw what they said.
        if (role < PortalRole.Contributor || !Enum.IsDefined(role)) return ChangeRoleOutcome.NotFound;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Locks the administrators' rows until the end: of two who take the role from one another, the second finds the first one's change.
        await db.Users.Where(a => a.Role == PortalRole.Admin).ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, PortalRole.Admin), ct);
        if (await accounts.FindByIdAsync(key) is not { } account) return ChangeRoleOutcome.NotFound;
        await db.Entry(account).ReloadAsync(ct); // an earlier look in this request may have kept it
        if (account.Role != was) return ChangeRoleOutcome.Conflict;
        if (account.Role == role) return ChangeRoleOutcome.Changed;
        if (was == PortalRole.Admin
            && !await db.Users.AnyAsync(a => a.Role == PortalRole.Admin && a.Id != key, ct)) return ChangeRoleOutcome.LastAdmin;
        account.Role = role;
        var saved = await history.WithAsync(
            caller.Key, Operation.ChangeRole, HistorySubject.Account(key), $"{was} to {role}",
            () => accounts.UpdateAsync(account));
        if (!saved.Succeeded) return ChangeRoleOutcome.Conflict;
        await transaction.CommitAsync(ct);
        ended.LookAgainAt(account.Id);
        return ChangeRoleOutcome.Changed;
    }
}
