using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>One change of one collection, whatever it is: who may, how often, its version and its entry in the history.</summary>
internal static class CollectionChange
{
    public static CollectionOutcome.Invalid TooFast { get; } =
        new("You changed collections as often as one person may within ten minutes. Go on in a while.");

    /// <param name="word">For the history.</param>
    /// <param name="change">Changes rows of the context, which are saved afterwards; nothing where it gives anything but
    /// <see cref="CollectionOutcome.Kept"/>.</param>
    public static Task<CollectionOutcome> RunAsync(
        IDbContextFactory<PortalDb> databases, DateTime now, int number, string word, Caller caller,
        Func<PortalDb, CollectionRow, Task<CollectionOutcome>> change, CancellationToken ct) =>
        databases.InTransactionAsync<CollectionOutcome>(Repeatable.IfUndone, async (db, transaction) =>
        {
            if (await db.FindResourceAsync<CollectionRow>(number, caller, ct) is not { } thing) return new CollectionOutcome.NotFound();
            if (!caller.May(Operation.EditCollection, thing)) return new CollectionOutcome.NotAllowed();
            // Until the commit nobody else changes it.
            await db.Collections.Where(c => c.Number == number).ExecuteUpdateAsync(
                s => s.SetProperty(c => c.Version, c => c.Version + 1).SetProperty(c => c.ChangedAt, now), ct);
            if (await db.IsTooFastAsync(caller, Operation.EditCollection, now, ct)) return TooFast;
            if (await db.Collections.AsTracking().SingleOrDefaultAsync(c => c.Number == number, ct) is not { } collection)
                return new CollectionOutcome.NotFound();
            var outcome = await change(db, collection);
            if (outcome is not CollectionOutcome.Kept) return outcome;
            HistoryWriter.Add(db, caller, Operation.EditCollection, HistorySubject.Collection(number), now, word);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }, ct);
}
