using System.Linq.Expressions;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>How a row becomes a line of a list.</summary>
internal static class JobListing
{
    /// <summary>With the place in the queue: interactive jobs first, then batch jobs, each in the order of launching.</summary>
    public static Expression<Func<JobRow, JobSummary>> Summary(PortalDb db)
    {
        var queued = db.Jobs.Where(o => o.State == JobState.Queued);
        return j => new JobSummary(
            j.Number, j.Title, j.State, j.IsBatch, j.BatchNumber, j.QueuedAt, j.StartedAt, j.FinishedAt, j.Attempt, j.TraceNumber,
            j.EndReason,
            j.State != JobState.Queued ? null
                : 1 + queued.Count(o => o.IsBatch == j.IsBatch && o.Number < j.Number) + (j.IsBatch ? queued.Count(o => !o.IsBatch) : 0),
            j.IsPrivate);
    }
}
