using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Queue;

// What comes next, in one question to the database.
public sealed partial class ListReviews
{
    /// <summary>The first that the caller may judge in this order.</summary>
    /// <returns>Null when nothing waits for them.</returns>
    public async Task<(int Trace, int Revision)?> NextAsync(ReviewQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var begun = Find(db, query with { Show = ReviewShow.Mine }, caller);
        var open = Find(db, query with { Show = ReviewShow.Open }, caller);
        // The first of each state is enough: an index has them in their order, so that no query looks at the whole queue.
        var candidates = await First(begun, query.Order, true)
            .Concat(First(open.Where(r => r.State == ReviewState.InReview), query.Order, false))
            .Concat(First(open.Where(r => r.State == ReviewState.Unreviewed), query.Order, false)).ToListAsync(ct);
        // What was begun comes first.
        return candidates.Count == 0 ? null
            : candidates.MinBy(c => (!c.IsBegun, -Rank(c, query.Order), c.QueuedAt, c.Trace, c.Revision)) is var next
                ? (next!.Trace, next.Revision) : null;
    }

    private static IQueryable<Candidate> First(IQueryable<ReviewRow> reviews, ReviewOrder order, bool isBegun) =>
        InOrder(reviews, order).Take(1).Select(r => new Candidate
        {
            IsBegun = isBegun,
            Trace = r.TraceNumber,
            Revision = r.Revision,
            QueuedAt = r.QueuedAt,
            Weight = r.Weight,
            Differing = r.Differing,
        });

    private static int Rank(Candidate candidate, ReviewOrder order) => order switch
    {
        ReviewOrder.Weight => candidate.Weight,
        ReviewOrder.Disagreement => candidate.Differing,
        _ => 0,
    };

    /// <summary>A review that may come next.</summary>
    private sealed record Candidate
    {
        public required bool IsBegun { get; init; }
        public required int Trace { get; init; }
        public required int Revision { get; init; }
        public required DateTime QueuedAt { get; init; }
        public required int Weight { get; init; }
        public required int Differing { get; init; }
    }
}
