using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The newest published traces.</summary>
public sealed class ListLatest(IDbContextFactory<PortalDb> databases)
{
    /// <param name="count">At most 100.</param>
    public async Task<ImmutableArray<TraceListItem>> RunAsync(int count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var items = await db.Traces.Where(t => t.State == TraceState.Published).OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number)
            .Take(Math.Clamp(count, 1, 100)).Select(TraceListing.Item).ToListAsync(ct);
        return [.. items];
    }
}
