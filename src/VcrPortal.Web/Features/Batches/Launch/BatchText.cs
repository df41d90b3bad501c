using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Launch;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Why a batch was not launched, as one sentence.</summary>
internal static class BatchText
{
    public static string? For(BatchOutcome outcome) => outcome switch
    {
        BatchOutcome.NotAllowed => LaunchText.NotAllowed,
        BatchOutcome.PrivateNeedsAccount => LaunchText.PrivateNeedsAccount,
        BatchOutcome.QuotaReached(0) => LaunchText.SwitchedOff,
        BatchOutcome.TooLarge(var limit) => LaunchText.Say($"A batch holds at most {limit:N0} records here. Launch it in parts."),
        BatchOutcome.QuotaReached(var limit) =>
            LaunchText.Say(
                $"You have {limit} unfinished {(limit == 1 ? "batch" : "batches")}, the most for you. Launch again when it is over."),
        BatchOutcome.NotSaved(var reason) => $"{reason} {LaunchText.NotSaved}",
        BatchOutcome.Invalid => "None of these records can be launched.",
        _ => null,
    };

    public static IEnumerable<RecordProblem> Problems(RefusedRecord refused) =>
        refused.Problems.Select(p => new RecordProblem(refused.Index, p.Field, p.Message));
}
