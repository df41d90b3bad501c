using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>Empties the inbox of somebody who leaves, and ends what they watch.</summary>
internal static class ForgetInbox
{
    /// <summary>In the caller's transaction.</summary>
    public static async Task RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        await db.Notifications.Where(n => n.AccountKey == accountKey).ExecuteDeleteAsync(ct);
        await db.Watches.Where(w => w.AccountKey == accountKey).ExecuteDeleteAsync(ct);
        await db.SearchWatches.Where(w => w.AccountKey == accountKey).ExecuteDeleteAsync(ct);
    }
}
