using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What became of an edit.</summary>
public abstract record EditCommentOutcome
{
    private EditCommentOutcome() { }

    public sealed record Edited(int Version) : EditCommentOutcome;
    /// <summary>Somebody else edited it in the meantime: nothing was changed, and this is what it says now.</summary>
    public sealed record Conflict(string Text, int Version) : EditCommentOutcome;
    public sealed record NotAllowed : EditCommentOutcome;
    public sealed record NotFound : EditCommentOutcome;
    public sealed record Invalid(string Reason) : EditCommentOutcome;
}

/// <summary>Gives a comment other words; what it said before stays to be read.</summary>
[Requires(Operation.EditComment)]
public sealed class EditComment(IDbContextFactory<PortalDb> databases, DiscussionBell bell, TimeProvider clock)
{
    /// <param name="seen">The version that the editor began from.</param>
    public async Task<EditCommentOutcome> RunAsync(int number, int seen, string? text, Caller caller, CancellationToken ct)
    {
        if (CommentRules.Check(text) is { } problem) return new EditCommentOutcome.Invalid(problem);
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => SaveAsync(db, transaction, number, seen, text!.Trim(), caller, ct), ct);
    }

    private async Task<EditCommentOutcome> SaveAsync(
        PortalDb db, PortalTransaction transaction, int number, int seen, string text, Caller caller, CancellationToken ct)
    {
        if (await db.Comments.Where(c => c.Number == number).Select(c => (int?)c.TraceNumber)
            .FirstOrDefaultAsync(ct) is not { } trace) return new EditCommentOutcome.NotFound();
        await LockDiscussion.TakeAsync(db, trace, ct);
        var outcome = await EditAsync(db, number, seen, text, caller, ct);
        if (outcome is not EditCommentOutcome.Edited) return outcome;
        await transaction.CommitAsync(ct);
        bell.Ring(trace);
        return outcome;
    }

    private async Task<EditCommentOutcome> EditAsync(PortalDb db, int number, int seen, string text, Caller caller, CancellationToken ct)
    {
        var row = await db.Comments.AsTracking().SingleAsync(c => c.Number == number, ct);
        if (await db.FindResourceAsync<TraceRow>(row.TraceNumber, caller, ct) is null) return new EditCommentOutcome.NotFound();
        if (!caller.May(Operation.EditComment, row.ResourceTo(caller))) return new EditCommentOutcome.NotAllowed();
        if (row.Text == text) return new EditCommentOutcome.Edited(row.Version); // sent twice, or nothing to change
        if (row.Version != seen) return new EditCommentOutcome.Conflict(row.Text, row.Version);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.IsTooFastAsync(caller, Operation.EditComment, now, ct)) return new EditCommentOutcome.Invalid(CommentRules.TooFast);

        var before = row.Text;
        db.CommentTexts.Add(
            new CommentTextRow { CommentNumber = number, Version = row.Version, Text = before, At = row.EditedAt ?? row.At });
        (row.Text, row.EditedAt, row.Version) = (text, now, row.Version + 1);
        HistoryWriter.Add(db, caller, Operation.EditComment, HistorySubject.Comment(number, row.TraceNumber), now);
        var slot = SaveDraft.EditOf(number);
        await db.Drafts.Where(d => d.AccountKey == caller.Key && d.TraceNumber == row.TraceNumber && d.Slot == slot).ExecuteDeleteAsync(ct);
        await NotifyOfComment.RunAsync(db, row, ct, before);
        await db.SaveChangesAsync(ct);
        return new EditCommentOutcome.Edited(row.Version);
    }
}
