using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>Marks what one has seen in one's own inbox. No history: it concerns nobody else.</summary>
[Requires(Operation.ReadInbox)]
public sealed class MarkRead(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <param name="upTo">UTC, all until then: what came in since the page was made stays unread.</param>
    public async Task AllAsync(DateTime upTo, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        await MarkAsync(db.Notifications.Where(n => n.AccountKey == caller.Key && n.At <= upTo), ct);
    }

    /// <summary>Those about one trace: its page was opened.</summary>
    public async Task OfTraceAsync(int trace, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadInbox)) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        await MarkAsync(db.Notifications.Where(n => n.AccountKey == caller.Key && n.TraceNumber == trace), ct);
    }

    private async Task MarkAsync(IQueryable<NotificationRow> seen, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await seen.Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), ct);
    }
}
