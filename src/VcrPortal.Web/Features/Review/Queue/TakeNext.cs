using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>Reserves the next review of the queue for one person.</summary>
[Requires(Operation.ReserveReview)]
public sealed class TakeNext(ListReviews list, ReserveReview reserve)
{
    /// <summary>Others may be faster; then the one after that is taken, so many times.</summary>
    private const int Tries = 5;

    /// <returns>Null when nothing waits for this person.</returns>
    public async Task<(int Trace, int Revision)?> RunAsync(ReviewQuery query, Caller caller, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await list.NextAsync(query, caller, ct) is not { } next) return null;
            if (await reserve.RunAsync(next.Trace, next.Revision, caller, ct) is ReserveOutcome.Reserved) return next;
        }
        return null;
    }
}
