using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review;

/// <summary>One writer at a time on one review: of two who settle it at once, the second sees what the first did.</summary>
internal static class LockReview
{
    /// <summary>First in the caller's transaction: the row stays locked until it ends.</summary>
    /// <returns>The review, tracked; null when there is none.</returns>
    public static async Task<ReviewRow?> TakeAsync(PortalDb db, int trace, int revision, CancellationToken ct)
    {
        var reviews = db.Reviews.Where(r => r.TraceNumber == trace && r.Revision == revision);
        return await reviews.ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, r => r.Version + 1), ct) == 0 ? null
            : await reviews.AsTracking().SingleAsync(ct);
    }
}
