using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>Takes away all that one person has said, because that person leaves and wishes so. Each comment's place stays, as after <see
/// cref="DeleteComment"/>.</summary>
internal static class DeleteCommentsOf
{
    /// <summary>In the caller's transaction.</summary>
    /// <returns>The traces on which it was said.</returns>
    public static async Task<ImmutableArray<int>> RunAsync(PortalDb db, string accountKey, DateTime now, CancellationToken ct)
    {
        var theirs = db.Comments.Where(c => c.AuthorKey == accountKey && c.DeletedAt == null);
        var traces = await theirs.Select(c => c.TraceNumber).Distinct().OrderBy(t => t).ToListAsync(ct);
        // In one order, so that two of these never wait for each other.
        foreach (var trace in traces) await LockDiscussion.TakeAsync(db, trace, ct);
        var comments = db.Comments;
        await db.CommentTexts.Where(t => comments.Any(c => c.Number == t.CommentNumber && c.AuthorKey == accountKey))
            .ExecuteDeleteAsync(ct);
        await theirs.ExecuteUpdateAsync(s => s.SetProperty(c => c.Text, "").SetProperty(c => c.DeletedAt, now), ct);
        foreach (var trace in traces) await CountTalk.RunAsync(db, trace, ct);
        return [.. traces];
    }

    /// <summary>What was never sent, and is nobody else's business: it goes with every account. In the caller's transaction.</summary>
    public static Task ForgetDraftsAsync(PortalDb db, string accountKey, CancellationToken ct) =>
        db.Drafts.Where(d => d.AccountKey == accountKey).ExecuteDeleteAsync(ct);
}
