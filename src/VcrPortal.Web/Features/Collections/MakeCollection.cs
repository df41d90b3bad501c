using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Begins a collection of a person, or of a team that they are in.</summary>
[Requires(Operation.EditCollection)]
public sealed class MakeCollection(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Collections of one person, and of one team.</summary>
    public const int MostOfOne = 200;

    /// <param name="team">The key of the team that owns it; null for the caller.</param>
    public Task<CollectionOutcome> RunAsync(CollectionDraft draft, string? team, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.EditCollection, new Resource(Relation.Owner)))
            return Task.FromResult<CollectionOutcome>(new CollectionOutcome.NotAllowed());
        if (draft.Trouble is { } trouble) return Task.FromResult<CollectionOutcome>(trouble);
        return databases.InTransactionAsync(
            Repeatable.IfUndone, (db, transaction) => MakeAsync(db, transaction, draft, team, caller, ct), ct);
    }

    private async Task<CollectionOutcome> MakeAsync(
        PortalDb db, PortalTransaction transaction, CollectionDraft draft, string? team, Caller caller, CancellationToken ct)
    {
        var (now, owner) = (clock.GetUtcNow().UtcDateTime, team ?? caller.Key);
        if (team is not null && !await db.TeamMembers.AnyAsync(m => m.TeamKey == team && m.AccountKey == caller.Key, ct))
            return new CollectionOutcome.Invalid("You are not in this team. Choose another owner of the collection.");
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Collection, 1, ct);
        if (await db.IsTooFastAsync(caller, Operation.EditCollection, now, ct)) return CollectionChange.TooFast;
        if (await db.Collections.CountAsync(c => c.OwnerKey == owner, ct) >= MostOfOne)
            return new CollectionOutcome.Invalid($"This owner has {MostOfOne} collections, the most there may be. Delete one first.");
        db.Collections.Add(new CollectionRow
        {
            Number = number,
            Title = draft.Title!.Trim(),
            About = draft.About?.Trim() ?? "",
            IsPrivate = draft.IsPrivate,
            OwnerKey = owner,
            CreatedAt = now,
            ChangedAt = now,
            Version = 1,
        });
        HistoryWriter.Add(db, caller, Operation.EditCollection, HistorySubject.Collection(number), now, "made");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new CollectionOutcome.Kept(number);
    }
}
