using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Collections that the caller may see; those changed last come first.</summary>
[Requires(Operation.ReadCollection)]
public sealed class ListCollections(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;

    public async Task<(ImmutableArray<CollectionSummary> Items, int Total)> RunAsync(int page, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = db.Collections.VisibleTo(db, caller);
        var items = await CollectionSummaries.For(db, Newest(found).Skip((page - 1) * PageSize).Take(PageSize), caller).ToListAsync(ct);
        return ([.. items], await found.CountAsync(ct));
    }

    /// <summary>Those that the caller may put things into: their own, and their teams'.</summary>
    public async Task<ImmutableArray<CollectionSummary>> OwnAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.IsSignedIn) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var (key, members) = (caller.Key, db.TeamMembers);
        var own = db.Collections
            .Where(c => c.OwnerKey == key || members.Any(m => m.TeamKey == c.OwnerKey && m.AccountKey == key));
        return [.. await CollectionSummaries.For(db, Newest(own).Take(MakeCollection.MostOfOne), caller).ToListAsync(ct)];
    }

    /// <summary>A team's, for its members.</summary>
    public async Task<ImmutableArray<CollectionSummary>> OfTeamAsync(string team, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var own = db.Collections.VisibleTo(db, caller).Where(c => c.OwnerKey == team);
        return [.. await CollectionSummaries.For(db, Newest(own).Take(MakeCollection.MostOfOne), caller).ToListAsync(ct)];
    }

    private static IQueryable<CollectionRow> Newest(IQueryable<CollectionRow> collections) =>
        collections.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Number);
}
