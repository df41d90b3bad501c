using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Batches;

/// <summary>Records of public batches that are not jobs yet.</summary>
internal static class WaitingRecords
{
    public static Task<int> CountAsync(PortalDb db, CancellationToken ct)
    {
        var open = db.Batches.Where(b => !b.IsPrivate);
        return db.BatchPieces.Where(p => open.Any(b => b.Number == p.BatchNumber)).SumAsync(p => p.Count, ct);
    }
}
