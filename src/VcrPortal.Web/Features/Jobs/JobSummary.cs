namespace VcrPortal.Web.Features.Jobs;

/// <summary>A job as a list shows it.</summary>
/// <param name="Number">Printed as <c>J-20418</c>.</param>
/// <param name="QueuePosition">From 1, while queued.</param>
public sealed record JobSummary(
    int Number, string Title, JobState State, bool IsBatch, int? BatchNumber, DateTime QueuedAt, DateTime? StartedAt, DateTime? FinishedAt,
    int Attempt, int? TraceNumber, string? EndReason, int? QueuePosition, bool IsPrivate = false);

/// <summary>A job as its own page shows it: the row, and the question.</summary>
/// <param name="RecordJson">The record as it was sent.</param>
public sealed record JobDetails(JobSummary Summary, string Engine, string? Compound, string? CellLine, string RecordJson);

/// <summary>A batch with its counts, of those of its jobs that the caller may see.</summary>
/// <param name="Pace">Jobs a second within the last minute; null once it is over, and while too few have ended to tell.</param>
public sealed record BatchSummary(
    int Number, string Title, int Total, int Queued, int Running, int Completed, int Failed, DateTime CreatedAt, DateTime? FinishedAt, bool IsPrivate = false, double? Pace = null)
{
    /// <summary>Completed or failed.</summary>
    public int Over => Completed + Failed;

    /// <summary>At the pace of the last minute; null when there is none.</summary>
    public TimeSpan? Left => Pace is { } pace ? TimeSpan.FromSeconds((Queued + Running) / pace) : null;
}

/// <summary>How often a batch's jobs ended for one reason.</summary>
/// <param name="Example">One such job.</param>
public sealed record BatchFailure(string Reason, int Jobs, int Example);
