using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Blind;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review;

/// <summary>Tells the rule of who sees what (<see cref="AudienceRule"/>) for whom a review is still blind, in the transaction that changes
/// it.</summary>
internal static class KeepBlind
{
    /// <param name="authorKey">Who wrote the revision, and so judges it not; null where the job did.</param>
    public static void Begin(PortalDb db, int job, int revision, string? authorKey)
    {
        db.BlindReviews.Add(new BlindReviewRow { JobNumber = job, Revision = revision });
        if (authorKey is not null)
            db.PastBlind.Add(new PastBlindRow { JobNumber = job, Revision = revision, AccountKey = authorKey.Fit(32) });
    }

    /// <summary>This person has judged, or stood aside.</summary>
    public static async Task EndForAsync(PortalDb db, ReviewPlace place, CancellationToken ct)
    {
        var (job, revision, key) = (place.JobNumber, place.Review.Revision, place.CallerKey);
        if (place.IsOpen && await db.BlindReviews.AnyAsync(b => b.JobNumber == job && b.Revision == revision, ct)
            && !await db.PastBlind.AnyAsync(p => p.JobNumber == job && p.Revision == revision && p.AccountKey == key, ct))
            db.PastBlind.Add(new PastBlindRow { JobNumber = job, Revision = revision, AccountKey = key });
    }

    /// <summary>Nobody is to judge it any more.</summary>
    public static async Task EndAsync(PortalDb db, ReviewPlace place, CancellationToken ct)
    {
        var (job, revision) = (place.JobNumber, place.Review.Revision);
        await db.PastBlind.Where(p => p.JobNumber == job && p.Revision == revision).ExecuteDeleteAsync(ct);
        await db.BlindReviews.Where(b => b.JobNumber == job && b.Revision == revision).ExecuteDeleteAsync(ct);
    }
}
