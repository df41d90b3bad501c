using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>What became of a reservation.</summary>
public abstract record ReserveOutcome
{
    private ReserveOutcome() { }

    /// <param name="Until">UTC.</param>
    public sealed record Reserved(DateTime Until) : ReserveOutcome;
    /// <summary>Given back; what was typed is kept.</summary>
    public sealed record GivenBack : ReserveOutcome;
    public sealed record NotAllowed : ReserveOutcome;
    public sealed record NotFound : ReserveOutcome;
    /// <param name="Reason">Why it cannot be judged by this person now: one sentence.</param>
    public sealed record Refused(string Reason) : ReserveOutcome;
}

/// <summary>Takes a place in a review for a while, so that no more people judge than are needed, or gives it back.</summary>
[Requires(Operation.ReserveReview)]
public sealed class ReserveReview(IDbContextFactory<PortalDb> databases, IOptions<ReviewOptions> options, TimeProvider clock)
{
    public Task<ReserveOutcome> RunAsync(int trace, int revision, Caller caller, CancellationToken ct) =>
        ChangeAsync(trace, revision, isTaken: true, caller, ct);

    public Task<ReserveOutcome> GiveBackAsync(int trace, int revision, Caller caller, CancellationToken ct) =>
        ChangeAsync(trace, revision, isTaken: false, caller, ct);

    private async Task<ReserveOutcome> ChangeAsync(int trace, int revision, bool isTaken, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReserveReview)) return new ReserveOutcome.NotAllowed();
        return await databases.InTransactionAsync<ReserveOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, trace, revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReserveOutcome.NotFound();
            var outcome = isTaken ? Take(db, place, caller) : GiveBack(db, place, caller);
            if (outcome is ReserveOutcome.Refused) return outcome;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }, ct);
    }

    private ReserveOutcome Take(PortalDb db, ReviewPlace place, Caller caller)
    {
        if (place.Conflict is { } conflict) return new ReserveOutcome.Refused(conflict);
        if (place.HasJudged) return new ReserveOutcome.Refused("You have judged it already.");
        if (!place.IsOpen) return new ReserveOutcome.Refused("It has all the judgements that it needs.");
        var until = place.Now.AddMinutes(options.Value.ReservationMinutes);
        if (place.IsReserved)
        {
            place.Mine!.ReservedUntil = until;
            return new ReserveOutcome.Reserved(until);
        }
        if (!place.HasRoom) return new ReserveOutcome.Refused("Others have taken it meanwhile. Take another one; the queue has more.");
        if (place.Mine is { } mine) mine.ReservedUntil = until;
        else db.Reviewers.Add(new ReviewerRow
        {
            TraceNumber = place.Review.TraceNumber,
            Revision = place.Review.Revision,
            AccountKey = caller.Key,
            ReservedUntil = until,
            Draft = "",
        });
        HistoryWriter.Add(
            db, caller, Operation.ReserveReview, HistorySubject.Review(place.Review.TraceNumber, place.Review.Revision), place.Now);
        return new ReserveOutcome.Reserved(until);
    }

    private static ReserveOutcome.GivenBack GiveBack(PortalDb db, ReviewPlace place, Caller caller)
    {
        if (!place.IsReserved) return new();
        place.Mine!.ReservedUntil = place.Now;
        HistoryWriter.Add(
            db, caller, Operation.ReserveReview, HistorySubject.Review(place.Review.TraceNumber, place.Review.Revision), place.Now,
            "given back");
        return new();
    }
}
