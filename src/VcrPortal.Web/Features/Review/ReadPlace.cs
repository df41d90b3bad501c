using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review;

/// <summary>Reads what somebody is to a review, in the transaction of whoever asks.</summary>
internal static class ReadPlace
{
    /// <param name="review">Read or locked before.</param>
    /// <returns>Null when the caller may not see the trace.</returns>
    public static async Task<ReviewPlace?> RunAsync(PortalDb db, ReviewRow review, Caller caller, DateTime now, CancellationToken ct)
    {
        var trace = await db.Traces.VisibleTo(db, caller.AsJudge).FirstOrDefaultAsync(t => t.Number == review.TraceNumber, ct);
        if (trace is null) return null;
        var people = await db.Reviewers.AsTracking()
            .Where(r => r.TraceNumber == review.TraceNumber && r.Revision == review.Revision).OrderBy(r => r.AccountKey).ToListAsync(ct);
        var author = await db.TraceRevisions.Where(r => r.TraceNumber == review.TraceNumber && r.Revision == review.Revision)
            .Select(r => r.AuthorKey).SingleAsync(ct);
        return ReviewPlace.From(review, people, trace, author, caller, now);
    }
}
