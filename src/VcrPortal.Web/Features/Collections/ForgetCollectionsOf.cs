using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Deletes collections of somebody, or of a team, that goes. In the caller's transaction.</summary>
internal static class ForgetCollectionsOf
{
    /// <summary>The private ones; public ones stay, for others may cite them.</summary>
    public static Task RunAsync(PortalDb db, string ownerKey, CancellationToken ct) =>
        ForgetAsync(db, db.Collections.Where(c => c.OwnerKey == ownerKey && c.IsPrivate), ct);

    public static Task AllAsync(PortalDb db, string ownerKey, CancellationToken ct) =>
        ForgetAsync(db, db.Collections.Where(c => c.OwnerKey == ownerKey), ct);

    private static async Task ForgetAsync(PortalDb db, IQueryable<CollectionRow> gone, CancellationToken ct)
    {
        await db.CollectionItems.Where(i => gone.Any(c => c.Number == i.CollectionNumber)).ExecuteDeleteAsync(ct);
        await gone.ExecuteDeleteAsync(ct);
    }
}
