using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Collections;

namespace VcrPortal.Web.Features.Teams;

/// <summary>Ends memberships so that every team that goes on has somebody who leads it.</summary>
internal static class LeaveTeams
{
    /// <summary>All of somebody who goes. In the caller's transaction.</summary>
    public static async Task RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        await db.TeamInvitations.Where(i => i.AccountKey == accountKey).ExecuteDeleteAsync(ct);
        foreach (var team in await db.TeamMembers.Where(m => m.AccountKey == accountKey).Select(m => m.TeamKey).ToListAsync(ct))
            await EndAsync(db, team, accountKey, ct);
    }

    /// <summary>One membership, where there is one. The one who has been in it the longest leads where nobody else does; a team without
    /// members goes, and its private collections with it.</summary>
    public static async Task EndAsync(PortalDb db, string team, string accountKey, CancellationToken ct)
    {
        if (await db.TeamMembers.Where(m => m.TeamKey == team && m.AccountKey == accountKey).ExecuteDeleteAsync(ct) == 0) return;
        var left = db.TeamMembers.Where(m => m.TeamKey == team);
        if (await left.AnyAsync(m => m.Leads, ct)) return;
        var next = await left.OrderBy(m => m.At).ThenBy(m => m.AccountKey).Select(m => m.AccountKey).FirstOrDefaultAsync(ct);
        if (next is not null)
        {
            await left.Where(m => m.AccountKey == next).ExecuteUpdateAsync(s => s.SetProperty(m => m.Leads, true), ct);
            return;
        }
        await ForgetCollectionsOf.RunAsync(db, team, ct);
        await db.TeamInvitations.Where(i => i.TeamKey == team).ExecuteDeleteAsync(ct);
        if (await db.Teams.FirstOrDefaultAsync(t => t.Key == team, ct) is not { } ended) return;
        await TeamInbox.ForgetAsync(db, ended, ct);
        await db.Teams.Where(t => t.Key == team).ExecuteDeleteAsync(ct);
    }
}
