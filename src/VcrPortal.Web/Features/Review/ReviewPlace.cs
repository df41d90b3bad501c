using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review;

/// <summary>What somebody is to a review, as the rules of who may judge see it; pure.</summary>
/// <param name="Conflict">Why this person must not judge it: a sentence; null where nothing speaks against it.</param>
internal sealed record ReviewPlace(
    ReviewRow Review, IReadOnlyCollection<ReviewerRow> People, ReviewerRow? Mine, string? Conflict, DateTime Now)
{
    public required int JobNumber { get; init; }
    public required string CallerKey { get; init; }
    private IEnumerable<ReviewerRow> Others => People.Where(p => !p.IsAdjudicator && p != Mine);

    public bool IsOpen => Review.State is ReviewState.Unreviewed or ReviewState.InReview;
    public bool HasJudged => Mine?.JudgedAt is not null;
    public bool IsReserved => Mine is { JudgedAt: null } && Mine.ReservedUntil > Now;

    /// <summary>Whether a place is left for this person: those who judged, and those who hold a reservation, have one each.</summary>
    public bool HasRoom => Others.Count(p => p.JudgedAt is not null || p.ReservedUntil > Now) < Review.Needed;

    public bool MayJudge => IsOpen && !HasJudged && Conflict is null;
    public bool MaySettle => Review.State == ReviewState.Disputed && !HasJudged && Conflict is null;

    /// <summary>Whether the words of others are shown: to those who have judged or stood aside, and to all once nobody is to judge blind
    /// any more.</summary>
    public bool IsRevealed => HasJudged || !IsOpen || Mine?.AsideAt is not null;

    /// <param name="authorKey">Who wrote the revision; null where the job did.</param>
    public static ReviewPlace From(
        ReviewRow review, IReadOnlyCollection<ReviewerRow> people, TraceRow trace, string? authorKey, Caller caller, DateTime now) =>
        new(review, people, people.FirstOrDefault(p => p.AccountKey == caller.Key),
            trace.OwnerKey == caller.Key ? "You launched the job of this trace, so others review it."
                : authorKey == caller.Key ? "You wrote this revision, so others review it."
                : people.FirstOrDefault(p => p.AccountKey == caller.Key && p.AsideAt != null) is { } mine
                    ? $"You stood aside, so others review it: {mine.AsideReason}" : null, now)
        { JobNumber = trace.JobNumber ?? -trace.Number, CallerKey = caller.Key };
}
