using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Names a collection anew, opens or closes it, or deletes it.</summary>
[Requires(Operation.EditCollection)]
public sealed class ChangeCollection(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    internal static readonly CollectionOutcome.Invalid ChangedMeanwhile =
        new("Somebody changed the title, the words or who may see it meanwhile: above they stand as they are now. What you wrote is still "
            + "in the form; save again to let it stand.");

    /// <param name="seen">What the caller saw when they began; where that is no longer so, nothing changes.</param>
    public Task<CollectionOutcome> RunAsync(
        int number, CollectionDraft draft, CollectionDraft seen, Caller caller, CancellationToken ct) =>
        draft.Trouble is { } trouble ? Task.FromResult<CollectionOutcome>(trouble)
        : RunAsync(number, "changed", caller, (_, collection) =>
        {
            if (!seen.IsStill(collection)) return Task.FromResult<CollectionOutcome>(ChangedMeanwhile);
            (collection.Title, collection.About, collection.IsPrivate) =
                (draft.Title!.Trim(), draft.About?.Trim() ?? "", draft.IsPrivate);
            return Task.FromResult<CollectionOutcome>(new CollectionOutcome.Kept(number));
        }, ct);

    public Task<CollectionOutcome> DeleteAsync(int number, Caller caller, CancellationToken ct) =>
        RunAsync(number, "deleted", caller, async (db, collection) =>
        {
            await db.CollectionItems.Where(i => i.CollectionNumber == number).ExecuteDeleteAsync(ct);
            db.Collections.Remove(collection);
            return new CollectionOutcome.Kept(number);
        }, ct);

    private Task<CollectionOutcome> RunAsync(
        int number, string word, Caller caller, Func<PortalDb, CollectionRow, Task<CollectionOutcome>> change, CancellationToken ct) =>
        CollectionChange.RunAsync(databases, clock.GetUtcNow().UtcDateTime, number, word, caller, change, ct);
}
