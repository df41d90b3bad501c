using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>A worker's right to write about a job, for as long as nobody else has taken it: the attempt is the fence.</summary>
public sealed record JobClaim(int JobNumber, int Attempt, bool IsBatch);

/// <summary>
/// Reads and appends the numbered log. Numbers are taken from the job's row under the same row lock that the append commits with, so what
/// is visible never has a hole below it.
/// </summary>
internal static class EventLog
{
    /// <summary>Events in one read: a late joiner of a long job takes several.</summary>
    public const int ReadLimit = 1000;

    // The query that every viewer asks ten times a second. Compiled once for each provider, because a compiled query belongs to one model.
    private static readonly Func<PortalDb, int, int, IAsyncEnumerable<JobEventRow>> Sqlite = Compile(), SqlServer = Compile();

    /// <summary>At most <see cref="ReadLimit"/> events after a number, without a gap.</summary>
    public static async Task<IReadOnlyList<JobEvent>> ReadAsync(PortalDb db, int jobNumber, int after, CancellationToken ct)
    {
        List<JobEvent> events = [];
        await foreach (var row in (db is SqlServerDb ? SqlServer : Sqlite)(db, jobNumber, after).WithCancellation(ct))
        {
            // A scan that overtakes a commit may miss a row and see the next: stop there, the next read has both.
            if (row.Sequence != after + events.Count + 1) break;
            events.Add(JobEventText.FromRow(row));
        }
        return events;
    }

    /// <summary>The whole log as one state.</summary>
    public static async Task<JobProgress> ReplayAsync(PortalDb db, int jobNumber, CancellationToken ct)
    {
        var progress = JobProgress.Empty;
        while (await ReadAsync(db, jobNumber, progress.LastSequence, ct) is { Count: > 0 } events) progress = progress.Apply(events);
        return progress;
    }

    /// <summary>Takes numbers for a worker. The caller holds a transaction.</summary>
    /// <returns>The first number, or null when the job is no longer this worker's.</returns>
    public static async Task<int?> TakeAsync(PortalDb db, JobClaim claim, int count, CancellationToken ct)
    {
        var held = await Held(db, claim).ExecuteUpdateAsync(s => s.SetProperty(j => j.LastSequence, j => j.LastSequence + count), ct);
        return held == 0 ? null : await FirstOfAsync(db, claim.JobNumber, count, ct);
    }

    /// <summary>Takes numbers without a claim, for verbs that have locked the row by changing it. The caller holds a transaction.</summary>
    public static async Task<int> TakeAsync(PortalDb db, int jobNumber, int count, CancellationToken ct)
    {
        await db.Jobs.Where(j => j.Number == jobNumber)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.LastSequence, j => j.LastSequence + count), ct);
        return await FirstOfAsync(db, jobNumber, count, ct);
    }

    public static Task WriteAsync(
        PortalDb db, int jobNumber, int first, DateTime now, IReadOnlyList<JobEventBody> bodies, CancellationToken ct) =>
        db.InsertAsync(bodies.Select((body, i) => JobEventText.ToRow(jobNumber, new JobEvent(first + i, now, body))), ct);

    /// <summary>Whether this event stands under this number: the commit that stored it was not heard of.</summary>
    public static async Task<bool> HasAsync(PortalDb db, int jobNumber, int? sequence, DateTime now, JobEventBody body)
    {
        if (sequence is not { } number) return false;
        var row = JobEventText.ToRow(jobNumber, new JobEvent(number, now, body));
        return await db.JobEvents.AnyAsync(
            e => e.JobNumber == jobNumber && e.Sequence == number && e.At == now && e.Kind == row.Kind && e.Payload == row.Payload);
    }

    /// <summary>The row, while it is this worker's.</summary>
    public static IQueryable<JobRow> Held(PortalDb db, JobClaim claim) => db.Jobs.Where(j =>
        j.Number == claim.JobNumber && j.Attempt == claim.Attempt && j.State == JobState.Running);

    private static Func<PortalDb, int, int, IAsyncEnumerable<JobEventRow>> Compile() => EF.CompileAsyncQuery(
        // An expression may not hold an extension property, so not db.JobEvents.
        (PortalDb db, int job, int after) =>
            db.Set<JobEventRow>().Where(e => e.JobNumber == job && e.Sequence > after).OrderBy(e => e.Sequence).Take(ReadLimit));

    private static async Task<int> FirstOfAsync(PortalDb db, int jobNumber, int count, CancellationToken ct) =>
        await db.Jobs.Where(j => j.Number == jobNumber).Select(j => j.LastSequence).SingleAsync(ct) - count + 1;
}
