using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What became of a deletion.</summary>
public enum DeleteCommentOutcome { Deleted, NotAllowed, NotFound }

/// <summary>Takes a comment's text away for good, older versions too; its place stays, so that answers to it keep their sense.</summary>
[Requires(Operation.DeleteComment)]
public sealed class DeleteComment(IDbContextFactory<PortalDb> databases, DiscussionBell bell, TimeProvider clock)
{
    /// <summary>Twice is once.</summary>
    public async Task<DeleteCommentOutcome> RunAsync(int number, Caller caller, CancellationToken ct)
    {
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => DeleteAsync(db, transaction, number, caller, ct), ct);
    }

    private async Task<DeleteCommentOutcome> DeleteAsync(
        PortalDb db, PortalTransaction transaction, int number, Caller caller, CancellationToken ct)
    {
        if (await db.Comments.Where(c => c.Number == number).Select(c => (int?)c.TraceNumber)
            .FirstOrDefaultAsync(ct) is not { } trace) return DeleteCommentOutcome.NotFound;
        await LockDiscussion.TakeAsync(db, trace, ct);
        var row = await db.Comments.AsTracking().SingleAsync(c => c.Number == number, ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return DeleteCommentOutcome.NotFound;
        if (!caller.May(Operation.DeleteComment, row.ResourceTo(caller))) return DeleteCommentOutcome.NotAllowed;
        if (row.DeletedAt is not null) return DeleteCommentOutcome.Deleted;

        var now = clock.GetUtcNow().UtcDateTime;
        (row.Text, row.DeletedAt) = ("", now);
        await db.CommentTexts.Where(t => t.CommentNumber == number).ExecuteDeleteAsync(ct);
        HistoryWriter.Add(db, caller, Operation.DeleteComment, HistorySubject.Comment(number, trace), now);
        await db.SaveChangesAsync(ct);
        await CountTalk.RunAsync(db, trace, ct);
        await transaction.CommitAsync(ct);
        bell.Ring(trace);
        return DeleteCommentOutcome.Deleted;
    }
}
