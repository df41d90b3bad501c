using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The newest published traces.</summary>
[Does(Deed.ReadTrace)]
public sealed class ListLatest(IDbContextFactory<PortalDb> databases)
{
    /// <param name="count">At most 100.</param>
    public async Task<ImmutableArray<TraceListItem>> RunAsync(int count, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var items = await db.Traces.VisibleTo(db, caller).Where(t => t.State == TraceState.Published).OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number)
            .Take(Math.Clamp(count, 1, 100)).Select(TraceListing.Item).ToListAsync(ct);
        return [.. items];
    }
}
