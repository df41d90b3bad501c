using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>One job by its number.</summary>
public sealed class ReadJob(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such job.</returns>
    public async Task<JobDetails?> RunAsync(int jobNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var jobs = db.Jobs.Where(j => j.Number == jobNumber);
        if (await jobs.Select(JobListing.Summary(db)).FirstOrDefaultAsync(ct) is not { } summary) return null;
        var more = await jobs.Select(j => new { j.Engine, j.Compound, j.CellLine }).SingleAsync(ct);
        var record = await db.JobRecords.Where(r => r.JobNumber == jobNumber).Select(r => r.RecordJson).SingleAsync(ct);
        return new JobDetails(summary, more.Engine, more.Compound, more.CellLine, record);
    }

    /// <summary>The state of the job now, from its log; <see cref="JobProgress.Empty"/> when there is no such job.</summary>
    public async Task<JobProgress> ReadProgressAsync(int jobNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await EventLog.FoldAsync(db, jobNumber, ct);
    }
}
