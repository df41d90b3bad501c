using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.Audit;

/// <summary>Which entries: every part is optional, and all must hold.</summary>
/// <param name="Person">A name, or the key of somebody who is gone or has no account.</param>
/// <param name="From">UTC, this moment and later.</param>
/// <param name="Until">UTC, before this moment.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">1 to 50.</param>
public sealed record HistoryQuery(
    string? Person = null, Operation? Operation = null, int? Trace = null, DateTime? From = null, DateTime? Until = null, int Page = 1,
    int PageSize = ListHistory.PageSize, bool OldestFirst = false);

/// <param name="Actor">The name that the account has now; null for those who have none or are gone.</param>
/// <param name="About">The same of the account that it was done to, if it was one.</param>
public sealed record HistoryItem(
    DateTime At, string ActorKey, string? Actor, string Operation, string Subject, string? About, int? Trace, string? Detail);

/// <param name="Total">Counted up to <see cref="ListHistory.MostCounted"/>.</param>
public sealed record HistoryPage(ImmutableArray<HistoryItem> Items, int Total);

/// <summary>The audit log, newest first, a page at a time; names are looked up as it is read, and never
/// stand in it. What is private, and not this administrator's, has no number here.</summary>
[Requires(Operation.ReadHistory)]
public sealed class ListHistory(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;
    /// <summary>Entries that are counted and paged through; who looks further back narrows the search.</summary>
    public const int MostCounted = 10_000;

    /// <returns>Null for anybody who may not read it.</returns>
    public async Task<HistoryPage?> RunAsync(HistoryQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadHistory)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await FindAsync(db, query, ct);
        var size = Math.Clamp(query.PageSize, 1, PageSize);
        var page = Math.Clamp(query.Page, 1, MostCounted / size);
        var items = await Named(db, Ordered(found, query.OldestFirst).Skip((page - 1) * size).Take(size), query.OldestFirst)
            .ToListAsync(ct);
        items = await HidePrivate.RunAsync(db, items, caller, ct);
        return new([.. await WithAccountsAsync(db, items, ct)], await found.Take(MostCounted).CountAsync(ct));
    }

    private static IQueryable<HistoryEntry> Ordered(IQueryable<HistoryEntry> entries, bool oldestFirst) => oldestFirst
        ? entries.OrderBy(h => h.At).ThenBy(h => h.Id) : entries.OrderByDescending(h => h.At).ThenByDescending(h => h.Id);

    private static IQueryable<HistoryItem> Named(PortalDb db, IQueryable<HistoryEntry> page, bool oldestFirst) =>
        from h in Ordered(page, oldestFirst)
        join a in db.Users on h.ActorKey equals a.Id into actors
        from a in actors.DefaultIfEmpty()
        select new HistoryItem(h.At, h.ActorKey, a == null ? null : a.UserName, h.Operation, h.Subject, null, h.TraceNumber, h.Detail);

    private static async Task<IQueryable<HistoryEntry>> FindAsync(PortalDb db, HistoryQuery query, CancellationToken ct)
    {
        IQueryable<HistoryEntry> found = db.History;
        if (!string.IsNullOrWhiteSpace(query.Person))
        {
            var typed = query.Person.Trim();
            var normal = typed.TrimStart('@').ToUpperInvariant(); // as Identity normalises
            var key = await db.Users.Where(a => a.NormalizedUserName == normal).Select(a => a.Id).FirstOrDefaultAsync(ct) ?? typed.Fit(64);
            found = found.Where(h => h.ActorKey == key);
        }
        if (query.Operation?.ToString() is { } operation) found = found.Where(h => h.Operation == operation);
        if (query.Trace is { } trace) found = found.Where(h => h.TraceNumber == trace);
        if (query.From is { } from) found = found.Where(h => h.At >= from);
        if (query.Until is { } until) found = found.Where(h => h.At < until);
        return found;
    }

    /// <summary>With the names of the accounts that something was done to.</summary>
    private static async Task<IEnumerable<HistoryItem>> WithAccountsAsync(PortalDb db, List<HistoryItem> items, CancellationToken ct)
    {
        var keys = items.Select(KeyIn).OfType<string>().Distinct().ToArray();
        if (keys.Length == 0) return items;
        var names = (await db.Users.Where(a => keys.Contains(a.Id)).Select(a => new { a.Id, a.UserName }).ToListAsync(ct))
            .ToFrozenDictionary(a => a.Id, a => a.UserName);
        return items.Select(i => i with { About = KeyIn(i) is { } key ? names.GetValueOrDefault(key) : null });
    }

    private static string? KeyIn(HistoryItem item) => HistorySubject.FindAccount(item.Subject);
}
