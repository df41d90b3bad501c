using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Notifications;

/// <param name="Actor">Null once the account is gone.</param>
/// <param name="Trace">Null where it is about none.</param>
/// <param name="Target">A number of what <paramref name="Kind"/> says.</param>
/// <param name="Became">What became of it, where the kind does not say it all.</param>
public sealed record InboxItem(
    Guid Id, NotificationReason Reason, NotificationKind Kind, string? Actor, int? Trace, string Title, int Target, DateTime At,
    bool IsRead, string? Became = null);

/// <summary>What of an inbox: every part is optional, and all must hold.</summary>
/// <param name="Find">A part of a title or of somebody's name, in capitals or not; null for all.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="PageSize">1 to 50.</param>
public sealed record InboxQuery(
    bool UnreadOnly = false, NotificationKind? Kind = null, string? Find = null, bool OldestFirst = false, int Page = 1,
    int PageSize = ReadInbox.PageSize);

/// <summary>One page of an inbox.</summary>
public sealed record InboxPageOfItems(ImmutableArray<InboxItem> Items, int Total, int Unread);

/// <summary>What one's own inbox holds, newest first; what became private in the meantime stays out.</summary>
[Requires(Operation.ReadInbox)]
public sealed class ReadInbox(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;
    public const int LastPage = 1000;

    public async Task<InboxPageOfItems?> RunAsync(InboxQuery query, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var (page, size) = (Math.Clamp(query.Page, 1, LastPage), Math.Clamp(query.PageSize, 1, PageSize));
        var mine = Mine(db, caller);
        var lines = Find(db, mine, query);
        var ordered = query.OldestFirst ? lines.OrderBy(l => l.Row.At).ThenBy(l => l.Row.Id)
            : lines.OrderByDescending(l => l.Row.At).ThenByDescending(l => l.Row.Id);
        var items = await ordered.Skip((page - 1) * size).Take(size).Select(l => new InboxItem(
            l.Row.Id, l.Row.Reason, l.Row.Kind, l.Actor, l.Row.TraceNumber, l.Title, l.Row.Target, l.Row.At, l.Row.ReadAt != null,
            l.Row.Title)).ToListAsync(ct);
        return new([.. items], await lines.CountAsync(ct), await mine.CountAsync(n => n.ReadAt == null, ct));
    }

    private static IQueryable<Line> Find(PortalDb db, IQueryable<NotificationRow> mine, InboxQuery query)
    {
        if (query.UnreadOnly) mine = mine.Where(n => n.ReadAt == null);
        if (query.Kind is { } kind) mine = mine.Where(n => n.Kind == kind);
        var lines = from n in mine
                    join t in db.Traces on n.TraceNumber equals t.Number into traces
                    from t in traces.DefaultIfEmpty()
                    join a in db.Users on n.ActorKey equals a.Id into actors
                    from a in actors.DefaultIfEmpty()
                    select new Line { Row = n, Title = t == null ? "" : t.Title, Actor = a == null ? null : a.UserName };
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // becomes SQL
        if (query.Find?.Trim().ToUpperInvariant() is { Length: > 0 } part) lines = lines.Where(l => l.Title.ToUpper().Contains(part)
            || l.Row.Title!.ToUpper().Contains(part) || l.Actor!.ToUpper().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return lines;
    }

    /// <summary>For the number beside the name; 0 for visitors.</summary>
    public async Task<int> CountUnreadAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Mine(db, caller).CountAsync(n => n.ReadAt == null, ct);
    }

    private static IQueryable<NotificationRow> Mine(PortalDb db, Caller caller)
    {
        var visible = db.Traces.VisibleTo(db, caller);
        return db.Notifications.Where(
            n => n.AccountKey == caller.Key && (n.TraceNumber == null || visible.Any(t => t.Number == n.TraceNumber)));
    }

    /// <summary>A row with the names that stand in other tables.</summary>
    private sealed class Line
    {
        public required NotificationRow Row { get; init; }
        public required string Title { get; init; }
        public required string? Actor { get; init; }
    }
}
