using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>What a line of an inbox says, and where it leads.</summary>
internal static class InboxText
{
    public static string AddressOf(InboxItem item) => (item.Kind, item.Trace) switch
    {
        (NotificationKind.Proposal, _) => PortalUrls.Proposal(item.Target),
        (NotificationKind.Team, _) => PortalUrls.Team(item.Became ?? ""),
        (NotificationKind.Flag, { } trace) => PortalUrls.Trace(trace),
        (NotificationKind.Flag, _) => PortalUrls.Proposal(item.Target),
        (NotificationKind.Comment, { } trace) => PortalUrls.Comment(trace, item.Target),
        (NotificationKind.Suggestion, { } trace) => PortalUrls.Suggestion(trace, item.Target),
        (NotificationKind.Review, { } trace) => PortalUrls.Review(trace, item.Target),
        (_, { } trace) => PortalUrls.Trace(trace, item.Target),
        _ => PortalUrls.Inbox,
    };

    /// <summary>The end of a sentence that begins with who did it.</summary>
    public static string For(InboxItem item) => (item.Kind, item.Reason) switch
    {
        (NotificationKind.Review or NotificationKind.Suggestion, _) => item.Became ?? "",
        (NotificationKind.Flag, _) => "decided: " + item.Became,
        (NotificationKind.Team, _) => item.IsRead ? "invited you to this team" : "invites you to this team: open it to join or decline",
        (NotificationKind.Proposal, _) => "acted on a proposal that is yours or that you take part in",
        (NotificationKind.Revision, NotificationReason.YourTrace) => $"made revision {item.Target} of your trace",
        (NotificationKind.Revision, _) => $"made revision {item.Target} of a trace that you watch",
        (_, NotificationReason.Mentioned) => "mentioned you in a comment",
        (_, NotificationReason.RoleMentioned) => "mentioned all reviewers in a comment",
        (_, NotificationReason.Replied) => "replied in a thread that you take part in",
        (_, NotificationReason.YourTrace) => "commented on your trace",
        _ => "commented on a trace that you watch",
    };

    /// <summary>Many of a kind, as a choice.</summary>
    public static string Many(NotificationKind kind) => kind + "s";
}
