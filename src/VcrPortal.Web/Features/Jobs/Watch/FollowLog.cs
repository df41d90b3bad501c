using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// A job's log for programs, from the number that each asks for. However many follow one job, its end is looked for once for all of them,
/// and who only waits asks the database nothing.
/// </summary>
[Requires(Operation.ReadJob)]
public sealed class FollowLog
{
    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly SharedViews<int, LogEnd> _ends;

    public FollowLog(IDbContextFactory<PortalDb> databases, JobFeed feed) =>
        (_databases, _ends) = (databases, new((job, ct) => FollowAsync(databases, feed, job, ct)));

    /// <summary>Batches of events after <paramref name="after"/>; ends after the job's last event, and before the first one that the caller
    /// may not see. A job that the caller may not see ends as one that is not there, before anything is said.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobEvent>> RunAsync(
        int jobNumber, int after, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var end in _ends.FollowAsync(jobNumber, ct))
        {
            if (!end.Audience.Includes(caller)) yield break;
            while (after < end.LastSequence && await ReadAsync(jobNumber, after, ct) is { Count: > 0 } events)
            {
                after = events[^1].Sequence;
                yield return events;
                if (events[^1].IsTerminal) yield break;
            }
        }
    }

    private async Task<IReadOnlyList<JobEvent>> ReadAsync(int jobNumber, int after, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await EventLog.ReadAsync(db, jobNumber, after, ct);
    }

    private static async IAsyncEnumerable<LogEnd> FollowAsync(
        IDbContextFactory<PortalDb> databases, JobFeed feed, int jobNumber, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await LookAsync(databases, jobNumber, ct) is not { } end) yield break;
        yield return end;
        await foreach (var batch in feed.WatchAsync(jobNumber, end.LastSequence, ct))
        {
            // A job becomes private with an event of its own, so this is read after it.
            if (await LookAsync(databases, jobNumber, ct) is not { } next) yield break;
            yield return next with { LastSequence = Math.Max(next.LastSequence, batch[^1].Sequence) };
        }
    }

    private static async Task<LogEnd?> LookAsync(IDbContextFactory<PortalDb> databases, int jobNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var last = await db.Jobs.Where(j => j.Number == jobNumber).Select(j => (int?)j.LastSequence).FirstOrDefaultAsync(ct);
        return last is { } sequence && await db.FindAudienceAsync<JobRow>(jobNumber, ct) is { } audience ? new(sequence, audience) : null;
    }

    /// <param name="Audience">Who may see the events up to <paramref name="LastSequence"/>, read after them.</param>
    private sealed record LogEnd(int LastSequence, Audience Audience);
}
