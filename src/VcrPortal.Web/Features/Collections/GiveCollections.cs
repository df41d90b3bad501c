using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Gives all collections of those who go to a team. In the caller's transaction.</summary>
internal static class GiveCollections
{
    /// <returns>False where the team would then have more than one may have; then nothing was done.</returns>
    public static async Task<bool> RunAsync(PortalDb db, string[] owners, string team, CancellationToken ct)
    {
        if (await db.Collections.CountAsync(c => c.OwnerKey == team || owners.Contains(c.OwnerKey), ct) > MakeCollection.MostOfOne)
            return false;
        await db.Collections.Where(c => owners.Contains(c.OwnerKey)).ExecuteUpdateAsync(s => s.SetProperty(c => c.OwnerKey, team), ct);
        return true;
    }
}
