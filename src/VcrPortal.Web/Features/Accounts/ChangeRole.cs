using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>What became of a change of role.</summary>
public enum ChangeRoleOutcome { Changed, NotAllowed, NotFound, LastAdmin }

/// <summary>Gives an account another role; its sessions feel it within a minute. The last administrator stays one.</summary>
[Does(Deed.ChangeRole)]
public sealed class ChangeRole(UserManager<Account> accounts, IDbContextFactory<PortalDb> databases)
{
    public async Task<ChangeRoleOutcome> RunAsync(string key, PortalRole role, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Deed.ChangeRole)) return ChangeRoleOutcome.NotAllowed;
        // A role below contributor would be somebody who is signed in and yet may not even withdraw what they said.
        if (role < PortalRole.Contributor || !Enum.IsDefined(role) || await accounts.FindByIdAsync(key) is not { } account) return ChangeRoleOutcome.NotFound;
        if (account.Role == role) return ChangeRoleOutcome.Changed;
        if (account.Role == PortalRole.Admin && !await IsAnotherAdminAsync(key, ct)) return ChangeRoleOutcome.LastAdmin;
        account.Role = role;
        var saved = await accounts.UpdateSecurityStampAsync(account); // writes the account, and ends what older cookies say
        return saved.Succeeded ? ChangeRoleOutcome.Changed : ChangeRoleOutcome.NotFound;
    }

    private async Task<bool> IsAnotherAdminAsync(string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AnyAsync(a => a.Role == PortalRole.Admin && a.Id != key, ct);
    }
}
