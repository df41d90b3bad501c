using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>Tells those whom a comment concerns.</summary>
internal static class NotifyOfComment
{
    private const string Reviewers = "reviewers";

    /// <summary>Adds the notifications; they are saved with the comment.</summary>
    /// <param name="before">What it said before an edit: who was named there knows already.</param>
    public static async Task RunAsync(PortalDb db, CommentRow comment, CancellationToken ct, string? before = null)
    {
        var named = MarkdownText.MentionsIn(comment.Text)
            .Except(before is null ? [] : MarkdownText.MentionsIn(before), StringComparer.OrdinalIgnoreCase).ToArray();
        var draft = new NotificationDraft(NotificationKind.Comment, comment.TraceNumber, comment.Number, comment.AuthorKey, comment.At)
        {
            Names = [.. named.Where(n => !IsReviewers(n))],
            Reviewers = named.Any(IsReviewers),
            Watchers = before is null,
            Others = before is null && comment.ReplyTo is { } first
                ? [.. await db.Comments.Where(c => c.Number == first || c.ReplyTo == first).Select(c => c.AuthorKey).Distinct()
                    .Take(NotificationDraft.Most).ToListAsync(ct)]
                : [],
        };
        await draft.AddAsync(db, ct);
    }

    private static bool IsReviewers(string name) => name.Equals(Reviewers, StringComparison.OrdinalIgnoreCase);
}
