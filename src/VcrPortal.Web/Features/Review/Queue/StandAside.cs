using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>Gives up judging a review for good, with the reason: a conflict of interest, or that one knows already what others say of it.
/// From then on nothing of it is held back.</summary>
[Requires(Operation.ReserveReview)]
public sealed class StandAside(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <returns>Given back; or why not.</returns>
    public async Task<ReserveOutcome> RunAsync(int trace, int revision, string? reason, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReserveReview)) return new ReserveOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(reason)) return new ReserveOutcome.Refused("Say in a few words why others should judge it.");
        if (reason.Length > ReviewerRow.NoteLength) return new ReserveOutcome.Refused(
            $"The reason has at most {ReviewerRow.NoteLength} characters; this one has {reason.Length:N0}.");
        return await databases.InTransactionAsync<ReserveOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, trace, revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReserveOutcome.NotFound();
            if (place.Mine?.AsideAt is not null) return new ReserveOutcome.GivenBack(); // sent twice
            if (place.HasJudged) return new ReserveOutcome.Refused("You have judged it already.");
            if (place.Conflict is { } conflict) return new ReserveOutcome.Refused(conflict);
            var mine = place.Mine ?? db.Reviewers.Add(new ReviewerRow
            {
                TraceNumber = trace,
                Revision = revision,
                AccountKey = caller.Key,
                Draft = "",
            }).Entity;
            (mine.ReservedUntil, mine.AsideAt, mine.AsideReason) = (now, now, reason.Trim());
            await KeepBlind.EndForAsync(db, place, ct);
            HistoryWriter.Add(db, caller, Operation.ReserveReview, HistorySubject.Review(trace, revision), now, "stood aside");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ReserveOutcome.GivenBack();
        }, ct);
    }
}
