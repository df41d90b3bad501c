using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>One job by its number.</summary>
[Requires(Operation.ReadJob)]
public sealed class ReadJob(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such job, or it is private and not for this caller.</returns>
    public async Task<JobDetails?> RunAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var visible = db.Jobs.VisibleTo(db, caller);
        var jobs = visible.Where(j => j.Number == jobNumber);
        if (await jobs.Select(JobListing.Summary(db)).FirstOrDefaultAsync(ct) is not { } summary) return null;
        var more = await jobs.Select(j => new
        {
            j.Engine,
            j.Compound,
            j.CellLine,
            j.RefinementSteps,
            Origin = visible.Where(o => o.Number == j.OriginNumber).Select(o => (int?)o.Number).FirstOrDefault(),
        }).SingleAsync(ct);
        var record = await db.JobRecords.Where(r => r.JobNumber == jobNumber).Select(r => r.RecordJson).SingleAsync(ct);
        return new JobDetails(summary, more.Engine, more.Compound, more.CellLine, record, more.RefinementSteps, more.Origin);
    }

    /// <summary>The state of the job now, from its log; <see cref="JobProgress.Empty"/> when there is no such job for this
    /// caller.</summary>
    public async Task<JobProgress> ReadProgressAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is null ? JobProgress.Empty
            : await EventLog.ReplayAsync(db, jobNumber, ct);
    }

    /// <summary>The whole log of a job; empty when there is no such job for this caller.</summary>
    public async Task<IReadOnlyList<JobEvent>> ReadLogAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        List<JobEvent> events = [];
        if (await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is null) return events;
        while (await EventLog.ReadAsync(db, jobNumber, events.Count, ct) is { Count: > 0 } more) events.AddRange(more);
        return events;
    }

    /// <summary>Asked again for each batch of events that leaves: a job may become private while somebody follows it.</summary>
    public async Task<bool> IsVisibleAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is not null;
    }
}
