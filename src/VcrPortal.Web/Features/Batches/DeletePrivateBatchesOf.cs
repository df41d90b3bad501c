using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Features.Batches;

/// <summary>Takes away the private batches of somebody who leaves, with the records that are not jobs yet. Jobs of them that stay, because
/// somebody else was invited, stand by themselves from then on.</summary>
internal static class DeletePrivateBatchesOf
{
    /// <summary>In the caller's transaction.</summary>
    public static async Task RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        var batches = db.Batches.Where(b => b.VisitorKey == accountKey && b.IsPrivate);
        await db.Jobs.Where(j => batches.Any(b => b.Number == j.BatchNumber))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.BatchNumber, (int?)null), ct);
        await batches.ExecuteDeleteAsync(ct);
    }
}
