using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>What became of judgements.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome() { }

    /// <param name="State">Where the review stands now.</param>
    public sealed record Stored(ReviewState State) : ReviewOutcome;
    /// <param name="Reason">One sentence that says what to do; nothing was stored, and nothing typed is lost.</param>
    public sealed record Invalid(string Reason) : ReviewOutcome;
    public sealed record NotAllowed : ReviewOutcome;
    public sealed record NotFound : ReviewOutcome;
}

/// <param name="Answers">One for each claim.</param>
/// <param name="Note">To whoever looks at it next; read by those who have judged.</param>
public sealed record NewReview(int Trace, int Revision, ImmutableArray<ClaimAnswer> Answers, string? Note = null);

/// <summary>Stores the blind judgements of one reviewer, all claims at once, and settles the review when it was the last one needed. Sent
/// twice, it is stored once; what is changed later is kept apart (<see cref="ChangeJudgement"/>).</summary>
[Requires(Operation.SubmitReview)]
public sealed class SubmitReview(IDbContextFactory<PortalDb> databases, GraphCache graphs, TimeProvider clock)
{
    public async Task<ReviewOutcome> RunAsync(NewReview given, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.SubmitReview)) return new ReviewOutcome.NotAllowed();
        if (given.Note?.Length > ReviewerRow.NoteLength) return new ReviewOutcome.Invalid(
            $"The note has at most {ReviewerRow.NoteLength} characters; this one has {given.Note.Length:N0}.");
        return await databases.InTransactionAsync<ReviewOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, given.Trace, given.Revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReviewOutcome.NotFound();
            if (place.HasJudged) return await AgainAsync(db, place, given, ct);
            if (await RefuseAsync(db, place, given, ct) is { } refusal) return new ReviewOutcome.Invalid(refusal);
            await StoreAsync(db, place, given, caller, ct);
            await db.SaveChangesAsync(ct);
            await KeepReviewState.RunAsync(db, given.Trace, given.Revision, review.State, ct);
            await transaction.CommitAsync(ct);
            return new ReviewOutcome.Stored(review.State);
        }, ct);
    }

    private async Task<string?> RefuseAsync(PortalDb db, ReviewPlace place, NewReview given, CancellationToken ct)
    {
        if (place.Conflict is { } conflict) return conflict;
        if (!place.IsOpen) return "It has all the judgements that it needs. What you typed is kept, and stays yours alone.";
        if (place.Mine is null) return "Reserve it first, so that no more people judge it than are needed.";
        if (!place.IsReserved && !place.HasRoom) return
            "Your reservation has ended and others have taken the place. What you typed is kept.";
        var claims = await graphs.ClaimsAsync(db, given.Trace, given.Revision, ct);
        return ReviewRules.Check(given.Answers, claims.Keys);
    }

    private async Task StoreAsync(PortalDb db, ReviewPlace place, NewReview given, Caller caller, CancellationToken ct)
    {
        var (review, mine) = (place.Review, place.Mine!);
        var claims = await graphs.ClaimsAsync(db, given.Trace, given.Revision, ct);
        db.Judgements.AddRange(given.Answers.Select(a => a.ToRow(review, caller, JudgementStep.Blind, claims[a.Claim], place.Now)));
        (mine.JudgedAt, mine.Draft, mine.DraftAt, mine.Note) = (place.Now, "", null, Trimmed(given.Note));
        HistoryWriter.Add(
            db, caller, Operation.SubmitReview, HistorySubject.Review(given.Trace, given.Revision), place.Now,
            $"{given.Answers.Length} claims, rubric {review.Rubric}");
        await KeepBlind.EndForAsync(db, place, ct);
        await db.SaveChangesAsync(ct); // what is counted now has it too
        review.State = ReviewState.InReview;
        var judges = place.People.Where(p => p.JudgedAt is not null && !p.IsAdjudicator).Select(p => p.AccountKey).ToList();
        if (judges.Count < review.Needed) return;
        await KeepBlind.EndAsync(db, place, ct);
        var blind = await db.Judgements.Where(j => j.TraceNumber == given.Trace && j.Revision == given.Revision
            && j.Step == JudgementStep.Blind).ToListAsync(ct);
        var verdict = ReviewRules.Settle(
            [.. blind.GroupBy(j => j.AccountKey).Select(g => g.ToDictionary(j => j.Claim, j => j.Answer))]);
        (review.State, review.Reason, review.Differing) = (verdict.State, verdict.Reason.Fit(ReviewRow.ReasonLength),
            verdict.Differing.Length);
        if (verdict.State == ReviewState.Disputed) return;
        review.DecidedAt = place.Now;
        await new NotificationDraft(NotificationKind.Review, given.Trace, given.Revision, caller.Key, place.Now)
        {
            Authors = [.. judges],
            Title = $"was among those who reviewed revision {given.Revision}: {verdict.State.ToString().ToLowerInvariant()}",
        }.AddAsync(db, ct);
    }

    private static async Task<ReviewOutcome> AgainAsync(PortalDb db, ReviewPlace place, NewReview given, CancellationToken ct)
    {
        var stored = await db.Judgements.Where(j => j.TraceNumber == given.Trace && j.Revision == given.Revision
            && j.AccountKey == place.Mine!.AccountKey && j.Step == JudgementStep.Blind).ToListAsync(ct);
        return stored.Count == given.Answers.Length
            && given.Answers.All(a => stored.Exists(j => j.Claim == a.Claim && j.Answer == a.Answer))
            ? new ReviewOutcome.Stored(place.Review.State)
            : new ReviewOutcome.Invalid("Your judgements are stored already. Change them below; both are kept.");
    }

    private static string? Trimmed(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
