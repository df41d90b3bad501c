using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What became of a comment.</summary>
public abstract record CommentOutcome
{
    private CommentOutcome() { }

    public sealed record Added(int Number) : CommentOutcome;
    public sealed record NotAllowed : CommentOutcome;
    public sealed record NoSuchTrace : CommentOutcome;
    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : CommentOutcome;
}

/// <param name="Revision">The one that is looked at.</param>
/// <param name="ReplyTo">The first comment of a thread; what the answer is about is then what that one is about.</param>
/// <param name="RequestKey">Made up by the sender, 32 characters at most: the same key again is the same comment, not another one.</param>
public sealed record NewComment(int Trace, int Revision, Subject About, string? Text, int? ReplyTo = null, string? RequestKey = null);

/// <summary>Says something about a trace, or about a part of one revision of it.</summary>
[Requires(Operation.Comment)]
public sealed class AddComment(IDbContextFactory<PortalDb> databases, GraphCache graphs, DiscussionBell bell, TimeProvider clock)
{
    public async Task<CommentOutcome> RunAsync(NewComment comment, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Comment)) return new CommentOutcome.NotAllowed();
        if (CommentRules.Check(comment.Text) is { } problem) return new CommentOutcome.Invalid(problem);
        comment = comment with { RequestKey = comment.RequestKey?.Fit(32) ?? Guid.NewGuid().ToString("N") };
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => InsertAsync(db, transaction, comment, caller, ct), ct);
    }

    private async Task<CommentOutcome> InsertAsync(
        PortalDb db, PortalTransaction transaction, NewComment comment, Caller caller, CancellationToken ct)
    {
        if (!await LockDiscussion.TakeAsync(db, comment.Trace, ct)) return new CommentOutcome.NoSuchTrace();
        var outcome = await AddAsync(db, comment, caller, ct);
        if (outcome is not CommentOutcome.Added) return outcome;
        await CountTalk.RunAsync(db, comment.Trace, ct);
        await transaction.CommitAsync(ct);
        bell.Ring(comment.Trace);
        return outcome;
    }

    private async Task<CommentOutcome> AddAsync(PortalDb db, NewComment comment, Caller caller, CancellationToken ct)
    {
        if (await db.FindResourceAsync<TraceRow>(comment.Trace, caller, ct) is not { } thing) return new CommentOutcome.NoSuchTrace();
        if (!caller.May(Operation.Comment, thing)) return new CommentOutcome.NotAllowed();
        var sent = await db.Comments.Where(c => c.AuthorKey == caller.Key && c.RequestKey == comment.RequestKey).Select(c => (int?)c.Number)
            .FirstOrDefaultAsync(ct);
        if (sent is { } number) return new CommentOutcome.Added(number);
        if (await PlaceAsync(db, comment, ct) is not { } place) return new CommentOutcome.NoSuchTrace();
        if (!place.Exists) return new CommentOutcome.Invalid("This revision has no such part. Choose another one, or the whole trace.");
        return await SaveAsync(db, comment, place, caller, ct);
    }

    /// <summary>Where the comment will stand; an answer stands where the first comment of its thread stands.</summary>
    private async Task<Place?> PlaceAsync(PortalDb db, NewComment comment, CancellationToken ct)
    {
        if (comment.ReplyTo is { } first)
            return await db.Comments.Where(c => c.Number == first && c.TraceNumber == comment.Trace && c.ReplyTo == null)
                .Select(c => new Place(c.Revision, c.Subject, true)).FirstOrDefaultAsync(ct)
                ?? new Place(0, "", false);
        if (await db.TraceRevisions.Where(r => r.TraceNumber == comment.Trace && r.Revision == comment.Revision)
            .Select(r => new { r.Hash, r.Text }).FirstOrDefaultAsync(ct) is not { } shown) return null;
        if (comment.About is Subject.Passage passage) return new(
            comment.Revision, passage.Text,
            await db.Passages.AnyAsync(p => p.Number == passage.Number && p.TraceNumber == comment.Trace, ct));
        var here = new Anchors([new(comment.Revision, graphs.Read(shown.Hash, shown.Text).Graph)], comment.Revision);
        return new(comment.Revision, comment.About.Text, comment.About.Text.Length <= Subject.MostCharacters && here.Has(comment.About));
    }

    private async Task<CommentOutcome> SaveAsync(PortalDb db, NewComment comment, Place place, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Locks, so that the count below holds across traces too.
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Comment, 1, ct);
        if (await db.IsTooFastAsync(caller, Operation.Comment, now, ct)) return new CommentOutcome.Invalid(CommentRules.TooFast);
        var row = new CommentRow
        {
            Number = number,
            TraceNumber = comment.Trace,
            Revision = place.Revision,
            Subject = place.Subject,
            ReplyTo = comment.ReplyTo,
            AuthorKey = caller.Key,
            RequestKey = comment.RequestKey!,
            Text = comment.Text!.Trim(),
            At = now,
        };
        db.Comments.Add(row);
        HistoryWriter.Add(db, caller, Operation.Comment, HistorySubject.Comment(number, comment.Trace), now);
        var slot = comment.ReplyTo is { } first ? SaveDraft.ReplyTo(first) : place.Subject;
        await db.Drafts.Where(d => d.AccountKey == caller.Key && d.TraceNumber == comment.Trace && d.Slot == slot).ExecuteDeleteAsync(ct);
        await NotifyOfComment.RunAsync(db, row, ct);
        await db.SaveChangesAsync(ct);
        return new CommentOutcome.Added(number);
    }

    private sealed record Place(int Revision, string Subject, bool Exists);
}
