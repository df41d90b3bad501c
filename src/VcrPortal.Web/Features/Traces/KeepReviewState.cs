using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces;

/// <summary>Writes beside a trace where the review of its latest revision stands, so that lists are narrowed by it. A revision that came
/// after the one that was judged is unreviewed.</summary>
internal static class KeepReviewState
{
    /// <summary>In the transaction that changes the review.</summary>
    public static Task RunAsync(PortalDb db, int trace, int revision, ReviewState state, CancellationToken ct) =>
        db.Traces.Where(t => t.Number == trace && t.Revision == revision)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Review, state), ct);
}
