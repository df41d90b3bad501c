using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>Keeps what a reviewer has typed so far, also once the reservation has ended; while it holds, it holds on from now.</summary>
[Requires(Operation.ReserveReview)]
public sealed class SaveReviewDraft(IDbContextFactory<PortalDb> databases, IOptions<ReviewOptions> options, TimeProvider clock)
{
    /// <returns>Until when the place is kept, UTC (in the past where it has ended); null where nothing was kept: no such review, no place
    /// of this person, or it is judged already.</returns>
    public async Task<DateTime?> RunAsync(int trace, int revision, ReviewDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReserveReview)) return null;
        var written = draft.Write();
        if (written.Length > ReviewDraft.MostCharacters) return null;
        return await databases.InTransactionAsync<DateTime?>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, trace, revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { Mine: { JudgedAt: null } mine } place) return null;
            (mine.Draft, mine.DraftAt) = (written, now);
            if (place.IsReserved) mine.ReservedUntil = now.AddMinutes(options.Value.ReservationMinutes);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return mine.ReservedUntil;
        }, ct);
    }
}
