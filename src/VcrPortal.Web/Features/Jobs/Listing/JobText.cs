using System.Globalization;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>A job's name, state and times in words.</summary>
internal static class JobText
{
    public static string Name(int number) => "J-" + number.ToString(CultureInfo.InvariantCulture);

    public static string Word(JobState state) => state switch
    {
        JobState.Queued => "Waiting",
        JobState.Running => "Running",
        JobState.Completed => "Completed",
        JobState.Failed => "Failed",
        JobState.Cancelled => "Cancelled",
        _ => "Interrupted",
    };

    public static string? BadgeClass(JobState state) => state switch
    {
        JobState.Running => "accent",
        JobState.Failed => "danger",
        JobState.Cancelled or JobState.Interrupted => "notice",
        _ => null,
    };

    public static bool IsActive(JobState state) => state is JobState.Queued or JobState.Running;

    /// <summary>What a list says beside the state: the place in the queue, the running time, or why it ended.</summary>
    public static string About(JobSummary job, DateTime now) => job switch
    {
        { State: JobState.Queued, QueuePosition: { } place } => string.Create(CultureInfo.InvariantCulture, $"Place {place} in the queue"),
        { State: JobState.Running, StartedAt: { } start } => "For " + TimeText.Length(now - start),
        { State: JobState.Completed, StartedAt: { } start, FinishedAt: { } end } => "Took " + TimeText.Length(end - start),
        _ => job.EndReason ?? "",
    };

    /// <summary>What a stage does, as its page says it.</summary>
    public static string Name(Stage stage) => stage switch
    {
        Stage.Preprocess => "Resolve names",
        Stage.Retrieve => "Gather evidence",
        Stage.Report => "Write the report",
        Stage.Explain => "Build the graph",
        Stage.Verify => "Check claims",
        Stage.Refine => "Refine",
        _ => "Publish",
    };

    public static string Word(StageState state) => state switch
    {
        StageState.Planned => "planned",
        StageState.Running => "running",
        StageState.Finished => "done",
        StageState.Failed => "failed",
        _ => "skipped",
    };
}
