using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>Retracts the result of a review, with a reason. The judgements stay as they are.</summary>
[Requires(Operation.RetractReview)]
public sealed class RetractReview(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<ReviewOutcome> RunAsync(int trace, int revision, string? reason, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.RetractReview)) return new ReviewOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(reason)) return new ReviewOutcome.Invalid("Say in a sentence why.");
        if (reason.Length > ReviewRow.ReasonLength) return new ReviewOutcome.Invalid(
            $"The reason has at most {ReviewRow.ReasonLength} characters; this one has {reason.Length:N0}.");
        return await databases.InTransactionAsync<ReviewOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, trace, revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReviewOutcome.NotFound();
            if (review.State is ReviewState.Unreviewed or ReviewState.InReview) return new ReviewOutcome.Invalid(
                "It is still being judged; nothing is there to be retracted.");
            if (review.State == ReviewState.Retracted) return new ReviewOutcome.Stored(review.State);
            (review.State, review.Reason, review.DecidedBy, review.DecidedAt) = (ReviewState.Retracted, reason.Trim(), caller.Key, now);
            HistoryWriter.Add(db, caller, Operation.RetractReview, HistorySubject.Review(trace, revision), now);
            await new NotificationDraft(NotificationKind.Review, trace, revision, caller.Key, now)
            {
                Authors = [.. place.People.Where(p => p.JudgedAt is not null).Select(p => p.AccountKey)],
                Title = $"retracted the review of revision {revision}",
            }.AddAsync(db, ct);
            await db.SaveChangesAsync(ct);
            await KeepReviewState.RunAsync(db, trace, revision, review.State, ct);
            await transaction.CommitAsync(ct);
            return new ReviewOutcome.Stored(review.State);
        }, ct);
    }
}
