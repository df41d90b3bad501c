using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>One reviewer's judgement as others read it after the reveal.</summary>
/// <param name="Person">Null once the account is gone.</param>
public sealed record ShownJudgement(
    string? Person, bool IsMine, string Claim, JudgementStep Step, Answer Answer, Disagreement? Reason, string? Note, DateTime At);

/// <summary>What the others said: read only once the caller may see it.</summary>
/// <param name="Notes">The notes of each reviewer to whoever looks next.</param>
/// <param name="Votes">The votes of readers on claims, for and against.</param>
public sealed record ReviewReveal(
    ImmutableArray<ShownJudgement> Judgements, ImmutableArray<(string? Person, string Note)> Notes, ImmutableArray<Verdict> Verdicts,
    ImmutableDictionary<string, (int Up, int Down)> Votes, int Comments, ImmutableHashSet<string> Differing, string? DecidedBy);

/// <summary>A review as one person sees it.</summary>
/// <param name="Trace">Its verdicts and counts are empty before the reveal.</param>
/// <param name="Reveal">Null before.</param>
/// <param name="State">Null where it would tell whether others have judged.</param>
public sealed record ReviewView(
    TraceView Trace, Rubric Rubric, ReviewState? State, string? Reason, int Needed, DateTime? ReservedUntil, bool IsReserved,
    ReviewDraft Draft, bool HasJudged, bool MayJudge, bool MaySettle, string? Conflict, ReviewReveal? Reveal);

/// <summary>Reads a review for one person. Before the reveal nothing is even read of what others said, so that nothing of it can
/// show.</summary>
[Requires(Operation.ReadReviews)]
public sealed class ReadReview(IDbContextFactory<PortalDb> databases, ReadTrace traces, TimeProvider clock)
{
    /// <returns>Null when there is no such review, or the caller may not see it.</returns>
    public async Task<ReviewView?> RunAsync(int trace, int revision, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Reviews.FirstOrDefaultAsync(r => r.TraceNumber == trace && r.Revision == revision, ct) is not { } review
            || await ReadPlace.RunAsync(db, review, caller, clock.GetUtcNow().UtcDateTime, ct) is not { } place
            || await traces.RunAsync(trace, revision, caller.AsJudge, ct) is not { } view) return null;
        var reveal = place.IsRevealed ? await RevealAsync(db, review, view, caller, ct) : null;
        var isShown = place.IsRevealed;
        return new(
            isShown ? view : view with { Verdicts = [], Counts = CountVerdicts.OfActions(view.Graph, []), Revisions = [] },
            Rubric.Find(review.Rubric), isShown ? review.State : null, isShown ? review.Reason : null, review.Needed,
            place.Mine is { JudgedAt: null } mine ? mine.ReservedUntil : null, place.IsReserved,
            place.Mine is { } own ? ReviewDraft.Read(own.Draft) : ReviewDraft.Empty, place.HasJudged, place.MayJudge, place.MaySettle,
            place.Conflict, reveal);
    }

    private static async Task<ReviewReveal> RevealAsync(PortalDb db, ReviewRow review, TraceView view, Caller caller, CancellationToken ct)
    {
        var (trace, revision) = (review.TraceNumber, review.Revision);
        var judgements = await (
            from j in db.Judgements.Where(j => j.TraceNumber == trace && j.Revision == revision)
            join a in db.Users on j.AccountKey equals a.Id into people
            from a in people.DefaultIfEmpty()
            orderby j.At, j.AccountKey, j.Claim
            select new ShownJudgement(
                a == null ? null : a.UserName, j.AccountKey == caller.Key, j.Claim, j.Step, j.Answer, j.Reason, j.Note, j.At))
            .ToListAsync(ct);
        var notes = await (
            from p in db.Reviewers.Where(p => p.TraceNumber == trace && p.Revision == revision && p.Note != null)
            join a in db.Users on p.AccountKey equals a.Id into people
            from a in people.DefaultIfEmpty()
            orderby p.JudgedAt
            select new { Name = a == null ? null : a.UserName, p.Note }).ToListAsync(ct);
        var votes = await db.Set<VoteRow>().Where(v => v.TraceNumber == trace && v.Revision == revision)
            .Select(v => new { v.Subject, v.IsUp }).ToListAsync(ct);
        var comments = await db.Set<Discussion.Comments.CommentRow>().CountAsync(c => c.TraceNumber == trace && c.DeletedAt == null, ct);
        var decider = review.DecidedBy is not { } key ? null
            : await db.Users.Where(a => a.Id == key).Select(a => a.UserName).FirstOrDefaultAsync(ct) ?? "deleted user";
        var isDone = review.State is not (ReviewState.Unreviewed or ReviewState.InReview);
        return new(
            [.. judgements], [.. notes.Select(n => (n.Name, n.Note!))], view.Verdicts,
            votes.GroupBy(v => v.Subject).ToImmutableDictionary(g => g.Key, g => (g.Count(v => v.IsUp), g.Count(v => !v.IsUp))), comments,
            isDone ? [.. await AdjudicateReview.DifferingAsync(db, trace, revision, ct)] : [], decider);
    }
}
