using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>Begins or ends to hear of what is new in a search: a compound, a cell line, words, or all of these.</summary>
[Requires(Operation.Watch)]
public sealed class WatchSearch(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Searches that one person watches; each is counted anew when the inbox is opened.</summary>
    public const int Most = 20;

    /// <returns><see cref="WatchOutcome.NoSuchTrace"/> for a search without words: it would be all there is.</returns>
    public async Task<WatchOutcome> RunAsync(TraceQuery search, bool watch, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Watch)) return WatchOutcome.NotAllowed;
        search = Cut(search);
        if (search == new TraceQuery()) return WatchOutcome.NoSuchTrace;
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => ChangeAsync(db, transaction, search, watch, caller, ct), ct);
    }

    private async Task<WatchOutcome> ChangeAsync(
        PortalDb db, PortalTransaction transaction, TraceQuery search, bool watch, Caller caller, CancellationToken ct)
    {
        var mine = db.SearchWatches.Where(w => w.AccountKey == caller.Key);
        var (key, now) = (SearchWatchRow.KeyOf(search), clock.GetUtcNow().UtcDateTime);
        var ended = await mine.Where(w => w.Key == key).ExecuteDeleteAsync(ct);
        if (watch)
        {
            if (await mine.CountAsync(ct) >= Most) return WatchOutcome.TooMany;
            db.SearchWatches.Add(
                new SearchWatchRow
                {
                    AccountKey = caller.Key,
                    Key = key,
                    Text = search.Text,
                    Compound = search.Compound,
                    CellLine = search.CellLine,
                    SeenTrace = await NewestAsync(db, ct),
                    At = now
                });
        }
        if (watch != ended > 0) HistoryWriter.Add(
            db, caller, Operation.Watch, HistorySubject.Search, now, watch ? "begun" : "ended");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return WatchOutcome.Done;
    }

    public async Task<bool> IsWatchedAsync(TraceQuery search, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Watch)) return false;
        await using var db = await databases.CreateDbContextAsync(ct);
        var key = SearchWatchRow.KeyOf(Cut(search));
        return await db.SearchWatches.AnyAsync(w => w.AccountKey == caller.Key && w.Key == key, ct);
    }

    internal static async Task<int> NewestAsync(PortalDb db, CancellationToken ct) =>
        await db.Traces.MaxAsync(t => (int?)t.Number, ct) ?? 0;

    private static TraceQuery Cut(TraceQuery search) => new(Cut(search.Text), Cut(search.Compound), Cut(search.CellLine));

    private static string? Cut(string? term) => string.IsNullOrWhiteSpace(term) ? null : term.Trim().Fit(SearchWatchRow.LongestTerm);
}
