using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Collections;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>Does with the collections of somebody who goes what they chose.</summary>
internal static class SettleCollections
{
    /// <summary>In the caller's transaction, while the memberships still stand.</summary>
    /// <returns>False where they cannot be given to that team; then nothing was done.</returns>
    public static async Task<bool> RunAsync(PortalDb db, string account, LeftCollections choice, CancellationToken ct)
    {
        var members = db.TeamMembers;
        var ending = await members.Where(m => m.AccountKey == account && !members.Any(
            o => o.TeamKey == m.TeamKey && o.AccountKey != account)).Select(m => m.TeamKey).ToListAsync(ct);
        switch (choice)
        {
            case LeftCollections.OfTeam(var team):
                if (ending.Contains(team) || !await members.AnyAsync(m => m.TeamKey == team && m.AccountKey == account, ct)
                    || !await GiveCollections.RunAsync(db, [account, .. ending], team, ct)) return false;
                break;
            case LeftCollections.Deleted:
                foreach (var owner in (string[])[account, .. ending]) await ForgetCollectionsOf.AllAsync(db, owner, ct);
                break;
            default:
                await ForgetCollectionsOf.RunAsync(db, account, ct);
                break;
        }
        return true;
    }
}
