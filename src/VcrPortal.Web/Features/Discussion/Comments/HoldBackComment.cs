using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>Holds a comment's text back from everybody, or gives it back; its place stays. Unlike a deletion it can be undone.</summary>
internal static class HoldBackComment
{
    /// <summary>In the caller's transaction, for whom permission was asked already.</summary>
    /// <param name="since">UTC; null gives it back.</param>
    public static async Task RunAsync(PortalDb db, int trace, int comment, DateTime? since, CancellationToken ct)
    {
        await LockDiscussion.TakeAsync(db, trace, ct);
        await db.Comments.Where(c => c.Number == comment && c.TraceNumber == trace)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.HeldBackAt, since), ct);
        await CountTalk.RunAsync(db, trace, ct);
    }
}
