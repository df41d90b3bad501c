using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;

namespace VcrPortal.Web.Features.Teams;

/// <summary>The word of an invitation in the inbox of whom it is for, by the name of its team. In the caller's transaction.</summary>
internal static class TeamInbox
{
    public static Task NotifyAsync(PortalDb db, TeamRow team, string guest, Caller by, DateTime now, CancellationToken ct) =>
        new NotificationDraft(NotificationKind.Team, null, 0, by.Key, now) { Authors = [guest], Title = team.Name, Watchers = false }
            .AddAsync(db, ct);

    /// <summary>It was accepted.</summary>
    public static Task ReadAsync(PortalDb db, TeamRow team, string guest, DateTime now, CancellationToken ct) =>
        InvitationsTo(db, team).Where(n => n.AccountKey == guest && n.ReadAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), ct);

    /// <summary>It was declined or taken back, or they are out again: its link leads nowhere for them.</summary>
    public static Task TakeBackAsync(PortalDb db, TeamRow team, string? guest, CancellationToken ct) =>
        InvitationsTo(db, team).Where(n => n.AccountKey == guest).ExecuteDeleteAsync(ct);

    /// <summary>The team is gone.</summary>
    public static Task ForgetAsync(PortalDb db, TeamRow team, CancellationToken ct) => InvitationsTo(db, team).ExecuteDeleteAsync(ct);

    private static IQueryable<NotificationRow> InvitationsTo(PortalDb db, TeamRow team) =>
        db.Notifications.Where(n => n.Kind == NotificationKind.Team && n.Title == team.Name);
}
