using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Review.Calibration;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Review.Record;
using VcrPortal.Web.Tests.Features.Review;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of reviews: the queue, judging, and what comes of the judgements.
public partial class StatementTests
{
    /// <summary>A review that waits, with a place that its reader has taken.</summary>
    private static (string Column, object? Value)[] ReviewValue =>
    [
        .. RevisionValue, ("FROM [Reviews] State", "InReview"), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])),
        ("CitationsJson", "{}"), ("OwnerKey", "v"), ("AuthorKey", null), ("AccountKey", "ana"), ("Draft", ""),
        ("JudgedAt", null), ("Note", null), ("AsideAt", null),
        ("ReservedUntil", DateTime.MaxValue), ("Needed", 2), ("Rubric", 1), ("IsAdjudicator", false), ("DecidedBy", null),
        ("Answer", "Holds"), ("Step", "Blind"), ("Claim", "n:n1"), ("Primitive", "p"),
    ];

    /// <summary>The same, judged by its reader and decided.</summary>
    private static (string Column, object? Value)[] JudgedValue =>
        [.. ReviewValue, ("FROM [Reviews] State", "Accepted"), ("JudgedAt", Past), ("DecidedBy", "ana")];

    private static Dictionary<Type, Run[]> ReviewRuns => new()
    {
        [typeof(EnqueueReviews)] =
        [
            new(s => s.Get<EnqueueReviews>().RunAsync("VCT1", Editor, default), [.. RevisionValue, ("", false), ("Number", 1)]),
            new(s => s.Get<EnqueueReviews>().RunAsync("mek", Editor, default), [.. RevisionValue, ("", false), ("Number", 1)]),
        ],
        [typeof(ListReviews)] =
        [
            .. Enum.GetValues<ReviewShow>().Select(show => new Run(
                s => s.Get<ListReviews>().RunAsync(new(show, ReviewOrder.Weight, "mek"), Editor, default), ReviewValue)),
            new(s => s.Get<ListReviews>().NextAsync(new(Order: ReviewOrder.Disagreement), Editor, default), ReviewValue),
        ],
        [typeof(StandAside)] = [new(s => s.Get<StandAside>().RunAsync(1, 7, "I know its author.", Editor, default), ReviewValue)],
        [typeof(FindHeldBack)] =
        [
            new(s => s.Get<FindHeldBack>().OfTraceAsync(1, Editor, default), ReviewValue),
            new(s => s.Get<FindHeldBack>().OfJobAsync(1, Editor, default), ReviewValue),
            new(s => s.Get<FindHeldBack>().CountAsync(Editor, default), ReviewValue),
        ],
        [typeof(ReserveReview)] =
        [
            new(s => s.Get<ReserveReview>().RunAsync(1, 7, Editor, default), ReviewValue),
            new(s => s.Get<ReserveReview>().RunAsync(1, 7, Editor, default), [.. ReviewValue, ("FROM [Reviewers]", null)]),
            new(s => s.Get<ReserveReview>().GiveBackAsync(1, 7, Editor, default), ReviewValue),
        ],
        [typeof(SaveReviewDraft)] =
            [new(s => s.Get<SaveReviewDraft>().RunAsync(1, 7, new([], "half a senten"), Editor, default), ReviewValue)],
        [typeof(ReadReview)] = [new(s => s.Get<ReadReview>().RunAsync(1, 7, Editor, default), JudgedValue)],
        [typeof(SubmitReview)] =
            [new(s => s.Get<SubmitReview>().RunAsync(new(1, 7, ReviewWorld.AllHold), Editor, default), [.. ReviewValue, ("Needed", 1)])],
        [typeof(ChangeJudgement)] =
            [new(s => s.Get<ChangeJudgement>().RunAsync(1, 7, new("n:n1", Answer.CannotTell), Editor, default), JudgedValue)],
        [typeof(AdjudicateReview)] =
        [
            new(s => s.Get<AdjudicateReview>().RunAsync(new(1, 7, [], true, "why"), Editor, default),
                [.. ReviewValue, ("FROM [Reviews] State", "Disputed")]),
        ],
        [typeof(RetractReview)] = [new(s => s.Get<RetractReview>().RunAsync(1, 7, "why", Editor, default), JudgedValue)],
        [typeof(ReadCalibration)] = [new(s => s.Get<ReadCalibration>().RunAsync(Ana, default), JudgedValue)],
        [typeof(ReadOwnRecord)] = [new(s => s.Get<ReadOwnRecord>().RunAsync(Editor, default), JudgedValue)],
        [typeof(ExportJudgements)] =
        [
            new(s => ExportedAsync(s, null), [.. JudgedValue, ("FROM [Suggestions] State", "Open")]),
            new(s => ExportedAsync(s, 1), [.. JudgedValue, ("", true), ("FROM [Suggestions] State", "Open")]),
        ],
        [typeof(ReadAgreement)] = [new(s => s.Get<ReadAgreement>().RunAsync(Ana, default), JudgedValue)],
    };

    private static async Task ExportedAsync(Portal portal, int? trace)
    {
        await foreach (var _ in (await portal.Get<ExportJudgements>().RunAsync(trace, "csv", Ana, default))!) { }
    }
}
