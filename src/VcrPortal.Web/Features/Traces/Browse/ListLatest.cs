using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The newest published traces: what people launched one by one or revised since, and after that what a batch made.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ListLatest(IDbContextFactory<PortalDb> databases)
{
    /// <param name="count">At most 100.</param>
    public async Task<ImmutableArray<TraceListItem>> RunAsync(int count, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var most = Math.Clamp(count, 1, 100);
        var published = db.Traces.VisibleTo(db, caller).Where(t => t.State == TraceState.Published).WithAnEnd();
        var ofPeople = await TakeAsync(published.Where(t => t.BatchNumber == null || t.ChangedAt > t.CreatedAt), most, ct);
        if (ofPeople.Count == most) return [.. ofPeople];
        return [.. ofPeople,
            .. await TakeAsync(published.Where(t => t.BatchNumber != null && t.ChangedAt <= t.CreatedAt), most - ofPeople.Count, ct)];
    }

    private static Task<List<TraceListItem>> TakeAsync(IQueryable<TraceRow> traces, int count, CancellationToken ct) =>
        traces.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Take(count).Select(TraceListing.Item).ToListAsync(ct);
}
