using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Comments;

/// <summary>What became of a deletion.</summary>
public enum DeleteCommentOutcome { Deleted, NotAllowed, NotFound }

/// <summary>Takes a comment's text away for good; its place stays, so that answers to it keep their sense.</summary>
public sealed class DeleteComment(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Twice is once.</summary>
    public async Task<DeleteCommentOutcome> RunAsync(int number, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Comments.Where(c => c.Number == number).Select(c => c.AuthorKey).FirstOrDefaultAsync(ct) is not { } author) return DeleteCommentOutcome.NotFound;
        if (!caller.May(author == caller.Key ? Deed.DeleteOwnComment : Deed.DeleteAnyComment)) return DeleteCommentOutcome.NotAllowed;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Comments.Where(c => c.Number == number && c.DeletedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Text, "").SetProperty(c => c.DeletedAt, now), ct);
        return DeleteCommentOutcome.Deleted;
    }
}
