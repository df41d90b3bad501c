using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What became of it.</summary>
public enum ResolveOutcome { Done, NotAllowed, NotFound, TooFast }

/// <summary>Marks a thread as settled, or opens it again.</summary>
[Requires(Operation.ResolveThread)]
public sealed class ResolveThread(IDbContextFactory<PortalDb> databases, DiscussionBell bell, TimeProvider clock)
{
    /// <param name="number">The first comment of the thread.</param>
    public async Task<ResolveOutcome> RunAsync(int number, bool resolved, Caller caller, CancellationToken ct)
    {
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => ResolveAsync(db, transaction, number, resolved, caller, ct), ct);
    }

    private async Task<ResolveOutcome> ResolveAsync(
        PortalDb db, PortalTransaction transaction, int number, bool resolved, Caller caller, CancellationToken ct)
    {
        if (await db.Comments.Where(c => c.Number == number && c.ReplyTo == null).Select(c => (int?)c.TraceNumber)
            .FirstOrDefaultAsync(ct) is not { } trace) return ResolveOutcome.NotFound;
        await LockDiscussion.TakeAsync(db, trace, ct);
        var row = await db.Comments.AsTracking().SingleAsync(c => c.Number == number, ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return ResolveOutcome.NotFound;
        if (!caller.May(Operation.ResolveThread, row.ResourceTo(caller))) return ResolveOutcome.NotAllowed;
        if (row.ResolvedAt is not null == resolved) return ResolveOutcome.Done;

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.IsTooFastAsync(caller, Operation.ResolveThread, now, ct)) return ResolveOutcome.TooFast;
        (row.ResolvedAt, row.ResolvedBy) = resolved ? ((DateTime?)now, caller.Key) : (null, null);
        var detail = resolved ? "resolved" : "reopened";
        HistoryWriter.Add(db, caller, Operation.ResolveThread, HistorySubject.Comment(number, trace), now, detail);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        bell.Ring(trace);
        return ResolveOutcome.Done;
    }
}
