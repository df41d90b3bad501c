using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// Takes the next job for a worker: first one whose worker fell silent, then interactive before batch, in the order of launching. The claim
/// is one conditional update, so that of two workers (threads, processes, machines) exactly one gets it.
/// </summary>
public sealed class ClaimJob(IDbContextFactory<PortalDb> databases, JobFeed feed, IOptions<JobOptions> options, TimeProvider clock)
{
    /// <returns>Null when nothing waits.</returns>
    public async Task<JobClaim?> RunAsync(string owner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (await NextAsync(db, ct) is { } next)
        {
            switch (new Job(next.State, next.Attempt, next.LeaseExpiresAt).Claim(Now, options.Value.Attempts))
            {
                case ClaimDecision.Take take when await TakeAsync(next, take.Attempt, owner, ct) is { } claim: return claim;
                case ClaimDecision.GiveUp giveUp: await GiveUpAsync(next, giveUp.Reason, ct); break;
            }
            ct.ThrowIfCancellationRequested();
        }
        return null;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Candidate?> NextAsync(PortalDb db, CancellationToken ct)
    {
        var now = Now;
        var silent = db.Jobs.Where(j => j.State == JobState.Running && j.LeaseExpiresAt <= now);
        var waiting = db.Jobs.Where(j => j.State == JobState.Queued);
        return await First(silent).FirstOrDefaultAsync(ct) ?? await First(waiting).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<Candidate> First(IQueryable<JobRow> jobs) =>
        jobs.OrderBy(j => j.IsBatch).ThenBy(j => j.Number)
            .Select(j => new Candidate(j.Number, j.State, j.Attempt, j.LeaseExpiresAt, j.IsBatch));

    private Task<JobClaim?> TakeAsync(Candidate next, int attempt, string owner, CancellationToken ct) => databases.InTransactionAsync(
        Repeatable.Always, (db, transaction) => TakeAsync(db, transaction, next, attempt, owner, ct), ct);

    private async Task<JobClaim?> TakeAsync(
        PortalDb db, PortalTransaction transaction, Candidate next, int attempt, string owner, CancellationToken ct)
    {
        var now = Now;
        var expires = now + options.Value.Lease;
        var taken = await Unchanged(db, next).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Running)
            .SetProperty(j => j.Attempt, attempt)
            .SetProperty(j => j.LeaseOwner, owner)
            .SetProperty(j => j.LeaseExpiresAt, expires)
            .SetProperty(j => j.StartedAt, j => j.StartedAt ?? now), ct);
        if (taken == 0) return null;
        await AppendAsync(db, next.Number, new JobEventBody.Started(attempt), now, ct);
        await transaction.CommitAsync(ct);
        feed.Ring(next.Number);
        return new JobClaim(next.Number, attempt, owner, next.IsBatch);
    }

    private Task GiveUpAsync(Candidate next, string reason, CancellationToken ct) => databases.InTransactionAsync(
        Repeatable.Always, (db, transaction) => GiveUpAsync(db, transaction, next, reason, ct), ct);

    /// <returns>Whether it was this call that gave it up.</returns>
    private async Task<bool> GiveUpAsync(
        PortalDb db, PortalTransaction transaction, Candidate next, string reason, CancellationToken ct)
    {
        var now = Now;
        var ended = await Unchanged(db, next).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.State, JobState.Interrupted).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.EndReason, reason), ct);
        if (ended == 0) return false;
        await AppendAsync(db, next.Number, new JobEventBody.Interrupted(reason), now, ct);
        await transaction.CommitAsync(ct);
        feed.Ring(next.Number);
        return true;
    }

    /// <summary>The row, if nobody has touched its claim since it was read.</summary>
    private static IQueryable<JobRow> Unchanged(PortalDb db, Candidate next) => db.Jobs.Where(j =>
        j.Number == next.Number && j.State == next.State && j.Attempt == next.Attempt && j.LeaseExpiresAt == next.LeaseExpiresAt);

    private static async Task AppendAsync(PortalDb db, int jobNumber, JobEventBody body, DateTime now, CancellationToken ct) =>
        await EventLog.WriteAsync(db, jobNumber, await EventLog.TakeAsync(db, jobNumber, 1, ct), now, [body], ct);

    private sealed record Candidate(int Number, JobState State, int Attempt, DateTime? LeaseExpiresAt, bool IsBatch);
}
