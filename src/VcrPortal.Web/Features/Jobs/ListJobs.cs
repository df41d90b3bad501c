using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>Which jobs a list shows: every part is optional, and all must hold.</summary>
/// <param name="ActiveOnly">Waiting or running.</param>
/// <param name="Page">From 1.</param>
public sealed record JobQuery(bool ActiveOnly = false, int? BatchNumber = null, JobState? State = null, int Page = 1, int PageSize = 50);

/// <summary>One page of jobs, newest first (active ones: running before waiting, in queue order).</summary>
public sealed record JobPageOfResults(ImmutableArray<JobSummary> Items, int Total, int Page, int PageSize);

/// <summary>Jobs, a page at a time.</summary>
public sealed class ListJobs
{
    public Task<JobPageOfResults> RunAsync(JobQuery query, CancellationToken ct) => throw new NotImplementedException();
}
