namespace VcrPortal.Web.Features.Batches;

/// <summary>A batch with its counts, of those of its jobs that the caller may see.</summary>
/// <param name="JobsPerSecond">Jobs a second within the last minute; null once it is over, and while too few have ended to tell.</param>
public sealed record BatchSummary(
    int Number, string Title, int Total, int Queued, int Running, int Completed, int Failed, DateTime CreatedAt, DateTime? FinishedAt,
        bool IsPrivate = false, double? JobsPerSecond = null)
{
    /// <summary>When it was stopped, UTC; null when it was not.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>Records that never became jobs, because it was stopped.</summary>
    public int NeverBegun { get; init; }

    /// <summary>Whether the caller launched it, or may stop it for another reason.</summary>
    public bool MayStop { get; init; }

    /// <summary>Completed or failed.</summary>
    public int Over => Completed + Failed;

    /// <summary>At the rate of the last minute; null when there is none.</summary>
    public TimeSpan? Left => JobsPerSecond is { } rate ? TimeSpan.FromSeconds((Queued + Running) / rate) : null;
}

/// <summary>How often a batch's jobs ended for one reason.</summary>
/// <param name="Example">One such job.</param>
public sealed record BatchFailure(string Reason, int Jobs, int Example);
