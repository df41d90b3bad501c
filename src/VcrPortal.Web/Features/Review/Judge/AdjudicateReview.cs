using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review.Judge;

/// <param name="Answers">The answers on the claims on which the reviewers differ; other claims may be left out.</param>
/// <param name="Accepts">Whether the revision stands, as a whole.</param>
/// <param name="Reason">Everybody reads it.</param>
public sealed record NewAdjudication(int Trace, int Revision, ImmutableArray<ClaimAnswer> Answers, bool Accepts, string? Reason);

/// <summary>Settles what the reviewers differ on, by somebody who is none of them. Of two who do it at once, the second is told.</summary>
[Requires(Operation.AdjudicateReview)]
public sealed class AdjudicateReview(IDbContextFactory<PortalDb> databases, GraphCache graphs, TimeProvider clock)
{
    public async Task<ReviewOutcome> RunAsync(NewAdjudication given, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.AdjudicateReview)) return new ReviewOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(given.Reason)) return new ReviewOutcome.Invalid("Say in a sentence why you settle it so.");
        if (given.Reason.Length > ReviewRow.ReasonLength) return new ReviewOutcome.Invalid(
            $"The reason has at most {ReviewRow.ReasonLength} characters; this one has {given.Reason.Length:N0}.");
        return await databases.InTransactionAsync<ReviewOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, given.Trace, given.Revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReviewOutcome.NotFound();
            if (IsDone(place, given)) return new ReviewOutcome.Stored(review.State); // sent twice
            if (await RefuseAsync(db, place, given, ct) is { } refusal) return new ReviewOutcome.Invalid(refusal);
            await StoreAsync(db, place, given, caller, ct);
            await db.SaveChangesAsync(ct);
            await KeepReviewState.RunAsync(db, given.Trace, given.Revision, review.State, ct);
            await transaction.CommitAsync(ct);
            return new ReviewOutcome.Stored(review.State);
        }, ct);
    }

    private static bool IsDone(ReviewPlace place, NewAdjudication given) =>
        place.Mine is { IsAdjudicator: true } && place.Review.Reason == given.Reason!.Trim() && place.Review.State == StateOf(given);

    private async Task<string?> RefuseAsync(PortalDb db, ReviewPlace place, NewAdjudication given, CancellationToken ct)
    {
        if (place.Conflict is { } conflict) return conflict;
        if (place.Mine is { JudgedAt: not null, IsAdjudicator: false }) return "You are one of those who differ, so a third settles it.";
        if (place.Review.State != ReviewState.Disputed) return
            "It is settled already, or not judged by all yet. See what it says now; what you typed stands below.";
        var differing = await DifferingAsync(db, given.Trace, given.Revision, ct);
        var claims = await graphs.ClaimsAsync(db, given.Trace, given.Revision, ct);
        return given.Answers.FirstOrDefault(a => !claims.ContainsKey(a.Claim)) is { } odd
            ? $"{ReviewRules.Name(odd.Claim)}: this revision has no such claim." : ReviewRules.Check(
                [.. given.Answers.Where(a => differing.Contains(a.Claim))], differing);
    }

    private async Task StoreAsync(PortalDb db, ReviewPlace place, NewAdjudication given, Caller caller, CancellationToken ct)
    {
        var review = place.Review;
        var claims = await graphs.ClaimsAsync(db, given.Trace, given.Revision, ct);
        if (place.Mine is { } mine) (mine.JudgedAt, mine.IsAdjudicator, mine.Draft, mine.DraftAt) = (place.Now, true, "", null);
        else db.Reviewers.Add(new ReviewerRow
        {
            TraceNumber = given.Trace,
            Revision = given.Revision,
            AccountKey = caller.Key,
            ReservedUntil = place.Now,
            Draft = "",
            JudgedAt = place.Now,
            IsAdjudicator = true,
        });
        db.Judgements.AddRange(given.Answers.Where(a => a.Answer is not null)
            .Select(a => a.ToRow(review, caller, JudgementStep.Adjudication, claims[a.Claim], place.Now)));
        await db.SaveChangesAsync(ct);
        (review.State, review.Reason) = (StateOf(given), given.Reason!.Trim());
        (review.DecidedBy, review.DecidedAt) = (caller.Key.Fit(32), place.Now);
        HistoryWriter.Add(
            db, caller, Operation.AdjudicateReview, HistorySubject.Review(given.Trace, given.Revision), place.Now, review.State.ToString());
        await new NotificationDraft(NotificationKind.Review, given.Trace, given.Revision, caller.Key, place.Now)
        {
            Authors = [.. place.People.Where(p => p.JudgedAt is not null).Select(p => p.AccountKey)],
            Title = $"settled the review of revision {given.Revision}: {review.State.ToString().ToLowerInvariant()}",
        }.AddAsync(db, ct);
    }

    /// <summary>The claims that the reviewers answered differently.</summary>
    internal static async Task<List<string>> DifferingAsync(PortalDb db, int trace, int revision, CancellationToken ct)
    {
        var blind = await db.Judgements.Where(j => j.TraceNumber == trace && j.Revision == revision && j.Step == JudgementStep.Blind)
            .Select(j => new { j.Claim, j.Answer }).ToListAsync(ct);
        return [.. blind.GroupBy(j => j.Claim).Where(g => g.Select(j => j.Answer).Distinct().Count() > 1).Select(g => g.Key)];
    }

    private static ReviewState StateOf(NewAdjudication given) => given.Accepts ? ReviewState.Accepted : ReviewState.Rejected;
}
