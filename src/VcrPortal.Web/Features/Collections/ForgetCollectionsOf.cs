using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Deletes the private collections of somebody, or of a team, that goes; public ones stay, for others may cite them.</summary>
internal static class ForgetCollectionsOf
{
    /// <summary>In the caller's transaction.</summary>
    public static async Task RunAsync(PortalDb db, string ownerKey, CancellationToken ct)
    {
        var gone = db.Collections.Where(c => c.OwnerKey == ownerKey && c.IsPrivate);
        await db.CollectionItems.Where(i => gone.Any(c => c.Number == i.CollectionNumber)).ExecuteDeleteAsync(ct);
        await gone.ExecuteDeleteAsync(ct);
    }
}
