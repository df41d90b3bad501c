using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>Gives the places back that somebody who leaves has reserved, with what they typed there. What they judged stays and counts,
/// under nobody's name.</summary>
internal static class ForgetReviewDrafts
{
    /// <summary>In the caller's transaction.</summary>
    public static Task RunAsync(PortalDb db, string accountKey, CancellationToken ct) =>
        db.Reviewers.Where(r => r.AccountKey == accountKey && r.JudgedAt == null && r.AsideAt == null && !r.IsAdjudicator)
            .ExecuteDeleteAsync(ct);
}
