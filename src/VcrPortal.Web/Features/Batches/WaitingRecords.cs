using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Batches;

/// <summary>Records of public batches that are not jobs yet.</summary>
internal static class WaitingRecords
{
    public static Task<int> CountAsync(PortalDb db, CancellationToken ct) =>
        db.BatchPieces.Where(p => db.Batches.Any(b => b.Number == p.BatchNumber && !b.IsPrivate)).SumAsync(p => p.Count, ct);
}
