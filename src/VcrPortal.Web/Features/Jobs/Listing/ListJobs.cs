using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>Which jobs a list shows: every part is optional, and all must hold.</summary>
/// <param name="ActiveOnly">Waiting or running.</param>
/// <param name="VisitorKey">Launched by this visitor.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="OneByOne">Not part of a batch.</param>
/// <param name="Find">A part of the title, in capitals or not; null for all.</param>
public sealed record JobQuery(
    bool ActiveOnly = false, int? BatchNumber = null, JobState? State = null, string? VisitorKey = null, int Page = 1, int PageSize = 50,
    bool OneByOne = false, string? Find = null)
{
    /// <summary>Where it is not the queue that is looked at.</summary>
    public JobSort Sort { get; init; } = JobSort.Newest;
    public bool Descending { get; init; }
}

/// <summary>What jobs are sorted by; of equal ones the newest comes first.</summary>
public enum JobSort { Newest, Title, State, Finished }

/// <summary>One page of jobs, newest first (active ones: running before waiting, in queue order).</summary>
public sealed record JobPageOfResults(ImmutableArray<JobSummary> Items, int Total, int Page, int PageSize);

/// <summary>Jobs that the caller may see, a page at a time.</summary>
[Requires(Operation.ReadJob)]
public sealed class ListJobs(IDbContextFactory<PortalDb> databases)
{
    private const int LastPage = 20_000;

    public async Task<JobPageOfResults> RunAsync(JobQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (page, size) = (Math.Clamp(query.Page, 1, LastPage), Math.Clamp(query.PageSize, 1, 200));
        var jobs = Find(db, query, caller);
        var total = await jobs.CountAsync(ct);
        var items = await Order(jobs, query).Skip((page - 1) * size).Take(size).Select(JobListing.Summary(db)).ToListAsync(ct);
        return new JobPageOfResults([.. items], total, page, size);
    }

    private static IQueryable<JobRow> Find(PortalDb db, JobQuery query, Caller caller)
    {
        var jobs = db.Jobs.VisibleTo(db, caller);
        if (query.ActiveOnly) jobs = jobs.Where(j => j.State == JobState.Queued || j.State == JobState.Running);
        if (query.BatchNumber is { } batch) jobs = jobs.Where(j => j.BatchNumber == batch);
        if (query.State is { } state) jobs = jobs.Where(j => j.State == state);
        if (query.OneByOne) jobs = jobs.Where(j => !j.IsBatch);
        if (query.VisitorKey is { } visitor) jobs = jobs.Where(j => j.VisitorKey == visitor);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // becomes SQL
        if (query.Find?.Trim().ToUpperInvariant() is { Length: > 0 } part) jobs = jobs.Where(j => j.Title.ToUpper().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return jobs;
    }

    private static IQueryable<JobRow> Order(IQueryable<JobRow> jobs, JobQuery query) => (query.ActiveOnly, query.Sort) switch
    {
        (true, _) => jobs.OrderBy(j => j.State == JobState.Running ? 0 : 1).ThenBy(j => j.IsBatch).ThenBy(j => j.Number),
        (_, JobSort.Title) => By(jobs, j => j.Title, query.Descending),
        (_, JobSort.State) => By(jobs, j => j.State, query.Descending),
        (_, JobSort.Finished) => By(jobs, j => j.FinishedAt, query.Descending),
        _ => query.Descending ? jobs.OrderBy(j => j.Number) : jobs.OrderByDescending(j => j.Number),
    };

    private static IQueryable<JobRow> By<TKey>(IQueryable<JobRow> jobs, Expression<Func<JobRow, TKey>> key, bool isDescending) =>
        (isDescending ? jobs.OrderByDescending(key) : jobs.OrderBy(key)).ThenByDescending(j => j.Number);
}
