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

/// <summary>One page of an inbox.</summary>
public sealed record InboxPageOfItems(ImmutableArray<InboxItem> Items, int Total, int Unread);

/// <summary>What one's own inbox holds, newest first; what became private in the meantime stays out.</summary>
[Requires(Operation.ReadInbox)]
public sealed class ReadInbox(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 50;
    public const int LastPage = 1000;

    public async Task<InboxPageOfItems?> RunAsync(bool unreadOnly, int page, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = Mine(db, caller);
        var listed = unreadOnly ? mine.Where(n => n.ReadAt == null) : mine;
        var items = await (
            from n in listed.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip((Math.Clamp(page, 1, LastPage) - 1) * PageSize)
                .Take(PageSize)
            join t in db.Traces on n.TraceNumber equals t.Number into traces
            from t in traces.DefaultIfEmpty()
            join a in db.Users on n.ActorKey equals a.Id into actors
            from a in actors.DefaultIfEmpty()
            orderby n.At descending, n.Id descending
            select new InboxItem(
                n.Id, n.Reason, n.Kind, a == null ? null : a.UserName, n.TraceNumber, t == null ? "" : t.Title, n.Target, n.At,
                n.ReadAt != null, n.Title))
                .ToListAsync(ct);
        return new([.. items], await listed.CountAsync(ct), await mine.CountAsync(n => n.ReadAt == null, ct));
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
}
