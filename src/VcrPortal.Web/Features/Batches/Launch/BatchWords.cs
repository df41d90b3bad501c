using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Launch;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Why a batch was not launched, as one sentence.</summary>
internal static class BatchWords
{
    public static string? Of(BatchOutcome outcome) => outcome switch
    {
        BatchOutcome.NotAllowed => LaunchWords.NotAllowed,
        BatchOutcome.PrivateNeedsAccount => LaunchWords.PrivateNeedsAccount,
        BatchOutcome.QuotaReached(0) => LaunchWords.SwitchedOff,
        BatchOutcome.TooLarge(var limit) => LaunchWords.Say($"A batch holds at most {limit:N0} records here. Launch it in parts."),
        BatchOutcome.QuotaReached(var limit) => LaunchWords.Say($"You have {limit} unfinished {(limit == 1 ? "batch" : "batches")}, which is the most for you. Launch again when it is over."),
        BatchOutcome.NotSaved(var reason) => $"{reason} {LaunchWords.NotSaved}",
        BatchOutcome.Invalid => "None of these records can be launched.",
        _ => null,
    };

    public static IEnumerable<RecordProblem> Problems(RefusedRecord refused) => refused.Problems.Select(p => new RecordProblem(refused.Index, p.Field, p.Message));
}
