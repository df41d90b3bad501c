using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>What became of it.</summary>
public enum WatchOutcome { Done, NotAllowed, NoSuchTrace, TooMany }

/// <summary>Begins or ends to hear of all that happens on a trace.</summary>
[Requires(Operation.Watch)]
public sealed class WatchTrace(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Traces that one person watches.</summary>
    public const int Most = 1000;

    public async Task<WatchOutcome> RunAsync(int trace, bool watch, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Watch)) return WatchOutcome.NotAllowed;
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => ChangeAsync(db, transaction, trace, watch, caller, ct), ct);
    }

    private async Task<WatchOutcome> ChangeAsync(
        PortalDb db, PortalTransaction transaction, int trace, bool watch, Caller caller, CancellationToken ct)
    {
        var mine = db.Watches.Where(w => w.AccountKey == caller.Key);
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await mine.Where(w => w.TraceNumber == trace).ExecuteDeleteAsync(ct);
        if (watch)
        {
            if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is not { } thing) return WatchOutcome.NoSuchTrace;
            if (!caller.May(Operation.Watch, thing)) return WatchOutcome.NotAllowed;
            if (await mine.CountAsync(ct) >= Most) return WatchOutcome.TooMany;
            db.Watches.Add(new WatchRow { AccountKey = caller.Key, TraceNumber = trace, At = now });
        }
        if (watch != ended > 0) HistoryWriter.Add(
            db, caller, Operation.Watch, HistorySubject.WholeTrace(trace), now, watch ? "begun" : "ended");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return WatchOutcome.Done;
    }

    public async Task<bool> IsWatchedAsync(int trace, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Watches.AnyAsync(w => w.AccountKey == caller.Key && w.TraceNumber == trace, ct);
    }
}
