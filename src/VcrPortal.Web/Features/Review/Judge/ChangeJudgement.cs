using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>Keeps what a reviewer thinks of a claim after the reveal, apart from the blind judgement, which stays and is what agreement
/// counts. To say the same as then takes the change back.</summary>
[Requires(Operation.SubmitReview)]
public sealed class ChangeJudgement(IDbContextFactory<PortalDb> databases, GraphCache graphs, TimeProvider clock)
{
    public async Task<ReviewOutcome> RunAsync(int trace, int revision, ClaimAnswer answer, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.SubmitReview)) return new ReviewOutcome.NotAllowed();
        return await databases.InTransactionAsync<ReviewOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockReview.TakeAsync(db, trace, revision, ct) is not { } review
                || await ReadPlace.RunAsync(db, review, caller, now, ct) is not { } place) return new ReviewOutcome.NotFound();
            if (!place.HasJudged || place.Mine!.IsAdjudicator) return new ReviewOutcome.Invalid("Judge it first; then it can be changed.");
            var claims = await graphs.ClaimsAsync(db, trace, revision, ct);
            if (ReviewRules.Check([answer], [answer.Claim]) is { } problem) return new ReviewOutcome.Invalid(problem);
            if (!claims.TryGetValue(answer.Claim, out var primitive)) return new ReviewOutcome.Invalid("This revision has no such claim.");

            var mine = await db.Judgements.AsTracking().Where(j => j.TraceNumber == trace && j.Revision == revision
                && j.AccountKey == caller.Key && j.Claim == answer.Claim && j.Step != JudgementStep.Adjudication).ToListAsync(ct);
            var given = answer.ToRow(review, caller, JudgementStep.Later, primitive, now);
            if (mine.MaxBy(j => j.Step) is { } known && Says(known, given)) return new ReviewOutcome.Stored(review.State); // sent twice
            db.Judgements.RemoveRange(mine.Where(j => j.Step == JudgementStep.Later));
            await db.SaveChangesAsync(ct); // a row cannot be removed and added again in one go
            if (!mine.Exists(j => j.Step == JudgementStep.Blind && Says(j, given))) db.Judgements.Add(given);
            HistoryWriter.Add(
                db, caller, Operation.SubmitReview, HistorySubject.PartOf(trace, answer.Claim), now, $"later {given.Answer}");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ReviewOutcome.Stored(review.State);
        }, ct);
    }

    private static bool Says(JudgementRow one, JudgementRow other) =>
        (one.Answer, one.Reason, one.Note) == (other.Answer, other.Reason, other.Note);
}
