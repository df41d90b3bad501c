namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>A job as a list shows it.</summary>
/// <param name="Number">Printed as <c>J-20418</c>.</param>
/// <param name="QueuePosition">Counted from 1, while queued.</param>
public sealed record JobSummary(
    int Number, string Title, JobState State, bool IsBatch, int? BatchNumber, DateTime QueuedAt, DateTime? StartedAt, DateTime? FinishedAt,
    int Attempt, int? TraceNumber, string? EndReason, int? QueuePosition, bool IsPrivate = false);

/// <summary>A job as its own page shows it: the row, and the question.</summary>
/// <param name="RecordJson">The record as it was sent.</param>
/// <param name="RefinementSteps">Edits that may be tried after the first verification; 0 for none.</param>
/// <param name="Origin">The job that it was forked from; null where it was not, or the caller may not read that one.</param>
public sealed record JobDetails(
    JobSummary Summary, string Engine, string? Compound, string? CellLine, string RecordJson, int RefinementSteps, int? Origin);
