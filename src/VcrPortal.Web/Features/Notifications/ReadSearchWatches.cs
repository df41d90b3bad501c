using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Notifications;

/// <param name="New">Traces in it that were made since its owner last looked.</param>
public sealed record WatchedSearch(string Key, TraceQuery Search, int New);

/// <summary>One's own watched searches, each with what is new in it.</summary>
[Requires(Operation.ReadInbox)]
public sealed class ReadSearchWatches(IDbContextFactory<PortalDb> databases, SearchTraces traces)
{
    public async Task<ImmutableArray<WatchedSearch>> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var watched = ImmutableArray.CreateBuilder<WatchedSearch>();
        foreach (
            var row in await db.SearchWatches.Where(w => w.AccountKey == caller.Key).OrderBy(w => w.At).Take(WatchSearch.Most)
            .ToListAsync(ct))
        {
            TraceQuery search = new(row.Text, row.Compound, row.CellLine);
            watched.Add(new(row.Key, search, await traces.Find(db, search, caller).CountAsync(t => t.Number > row.SeenTrace, ct)));
        }
        return watched.ToImmutable();
    }

    /// <summary>Its owner looks at it now; no history: it concerns nobody else.</summary>
    /// <returns>The search, or null when it is not watched.</returns>
    public async Task<TraceQuery?> OpenAsync(string? key, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = db.SearchWatches.Where(w => w.AccountKey == caller.Key && w.Key == key);
        if (await mine.FirstOrDefaultAsync(ct) is not { } row) return null;
        var newest = await WatchSearch.NewestAsync(db, ct);
        await mine.ExecuteUpdateAsync(s => s.SetProperty(w => w.SeenTrace, newest), ct);
        return new(row.Text, row.Compound, row.CellLine);
    }
}
