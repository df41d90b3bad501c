using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>What part of the queue is shown.</summary>
public enum ReviewShow
{
    /// <summary>What the caller may judge now.</summary>
    Open,
    /// <summary>What the caller has reserved, or had and has not judged.</summary>
    Mine,
    /// <summary>What the caller has judged.</summary>
    Judged,
    /// <summary>What reviewers differ on, and the caller may settle.</summary>
    Disputed,
    Decided,
}

/// <summary>The order of reviews: by how many claims the reviewers differ on, by what hangs on a single claim, or the longest waiting
/// first.</summary>
public enum ReviewOrder { Age, Weight, Disagreement }

/// <param name="Words">Words of the title or the terms of the trace; null for all.</param>
public sealed record ReviewQuery(
    ReviewShow Show = ReviewShow.Open, ReviewOrder Order = ReviewOrder.Age, string? Words = null, int Page = 1);

/// <summary>One review as the queue shows it. Nothing of it depends on what others said while the caller has not judged.</summary>
/// <param name="State">Null where it would tell whether others have judged.</param>
/// <param name="ReservedUntil">The caller's own place, UTC.</param>
public sealed record ReviewItem(
    int Trace, int Revision, string Title, int Weight, DateTime QueuedAt, ReviewState? State, string? Reason, int Differing,
    DateTime? ReservedUntil, bool HasDraft);

/// <summary>One page of the queue, with how much of each part there is.</summary>
public sealed record ReviewPageOfItems(ImmutableArray<ReviewItem> Items, int Total, int Page, ImmutableDictionary<ReviewShow, int> Counts);

/// <summary>The queue as one reviewer sees it.</summary>
[Requires(Operation.ReadReviews)]
public sealed partial class ListReviews(IDbContextFactory<PortalDb> databases, SearchTraces search, TimeProvider clock)
{
    public const int PageSize = 50;
    public const int LastPage = 1000;

    /// <returns>Null when the caller may not.</returns>
    public async Task<ReviewPageOfItems?> RunAsync(ReviewQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = ImmutableDictionary.CreateBuilder<ReviewShow, int>();
        foreach (var show in Enum.GetValues<ReviewShow>())
            counts[show] = await Find(db, query with { Show = show }, caller).CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, LastPage);
        var (titles, people) = (db.Traces, db.Reviewers);
        var rows = await InOrder(Find(db, query, caller), query.Order).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(r => new
            {
                Review = r,
                Title = titles.Where(t => t.Number == r.TraceNumber).Select(t => t.Title).First(),
                Mine = people.FirstOrDefault(
                    p => p.TraceNumber == r.TraceNumber && p.Revision == r.Revision && p.AccountKey == caller.Key),
            }).ToListAsync(ct);
        return new([.. rows.Select(r => ItemOf(r.Review, r.Title, r.Mine))], counts[query.Show], page, counts.ToImmutable());
    }

    private IQueryable<ReviewRow> Find(PortalDb db, ReviewQuery query, Caller caller)
    {
        var (now, key) = (clock.GetUtcNow().UtcDateTime, caller.Key);
        var traces = db.Traces.VisibleTo(db, caller.AsJudge);
        if (query.Words is { } words) traces = search.Narrow(db, traces, words);
        var reviews = db.Reviews.Where(r => traces.Any(t => t.Number == r.TraceNumber));
        // What is one's own is reviewed by others.
        var (all, revisions) = (db.Traces, db.TraceRevisions);
        var others = reviews.Where(r => !all.Any(t => t.Number == r.TraceNumber && t.OwnerKey == key)
            && !revisions.Any(v => v.TraceNumber == r.TraceNumber && v.Revision == r.Revision && v.AuthorKey == key));
        var people = db.Reviewers;
        return query.Show switch
        {
            ReviewShow.Open => others.Where(r => (r.State == ReviewState.Unreviewed || r.State == ReviewState.InReview)
                && !people.Any(p => p.TraceNumber == r.TraceNumber && p.Revision == r.Revision && p.AccountKey == key
                    && (p.JudgedAt != null || p.AsideAt != null || p.ReservedUntil > now))
                && people.Count(p => p.TraceNumber == r.TraceNumber && p.Revision == r.Revision && p.AccountKey != key
                    && (p.JudgedAt != null || p.ReservedUntil > now)) < r.Needed),
            ReviewShow.Mine =>
                from p in people
                where p.AccountKey == key && p.JudgedAt == null && p.ReservedUntil > now
                join r in others on new { p.TraceNumber, p.Revision } equals new { r.TraceNumber, r.Revision }
                where r.State == ReviewState.Unreviewed || r.State == ReviewState.InReview
                select r,
            ReviewShow.Judged => reviews.Where(r => people.Any(p => p.TraceNumber == r.TraceNumber && p.Revision == r.Revision
                && p.AccountKey == key && p.JudgedAt != null)),
            ReviewShow.Disputed => others.Where(r => r.State == ReviewState.Disputed && !people.Any(
                p => p.TraceNumber == r.TraceNumber && p.Revision == r.Revision && p.AccountKey == key
                    && (p.JudgedAt != null || p.AsideAt != null))),
            _ => reviews.Where(r =>
                r.State == ReviewState.Accepted || r.State == ReviewState.Rejected || r.State == ReviewState.Retracted),
        };
    }

    private static IOrderedQueryable<ReviewRow> InOrder(IQueryable<ReviewRow> reviews, ReviewOrder order) => order switch
    {
        ReviewOrder.Weight => reviews.OrderByDescending(r => r.Weight).ThenBy(r => r.QueuedAt).ThenBy(r => r.TraceNumber)
            .ThenBy(r => r.Revision),
        ReviewOrder.Disagreement => reviews.OrderByDescending(r => r.Differing).ThenBy(r => r.QueuedAt)
            .ThenBy(r => r.TraceNumber).ThenBy(r => r.Revision),
        _ => reviews.OrderBy(r => r.QueuedAt).ThenBy(r => r.TraceNumber).ThenBy(r => r.Revision),
    };

    private static ReviewItem ItemOf(ReviewRow review, string title, ReviewerRow? mine)
    {
        var isBlind = review.State is ReviewState.Unreviewed or ReviewState.InReview && mine?.JudgedAt is null;
        return new(
            review.TraceNumber, review.Revision, title, review.Weight, review.QueuedAt, isBlind ? null : review.State,
            isBlind ? null : review.Reason, isBlind ? 0 : review.Differing, mine is { JudgedAt: null } ? mine.ReservedUntil : null,
            mine?.Draft is { Length: > 0 });
    }
}
