using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Comments;

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

/// <summary>Says something about a trace, or about one claim of one revision of it.</summary>
public sealed class AddComment(IDbContextFactory<PortalDb> databases, GraphCache graphs, TimeProvider clock)
{
    /// <summary>Characters of Markdown.</summary>
    public const int MostCharacters = 10_000;
    /// <summary>Comments of one person in <see cref="Span"/>.</summary>
    public const int MostInSpan = 20;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    /// <param name="action">The claim's id; empty for the trace as a whole.</param>
    public async Task<CommentOutcome> RunAsync(int trace, int revision, string? action, string? text, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Deed.Comment)) return new CommentOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(text)) return new CommentOutcome.Invalid("There is nothing in this comment yet.");
        if (text.Length > MostCharacters) return new CommentOutcome.Invalid($"A comment has at most {MostCharacters:N0} characters; this one has {text.Length:N0}.");

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.TraceRevisions.FirstOrDefaultAsync(r => r.TraceNumber == trace && r.Revision == revision, ct) is not { } shown) return new CommentOutcome.NoSuchTrace();
        if (!IsClaimOf(shown, action ?? "")) return new CommentOutcome.Invalid("This revision has no such claim. Choose another one, or the whole trace.");
        return await SaveAsync(db, trace, revision, action ?? "", text.Trim(), caller, ct);
    }

    private async Task<CommentOutcome> SaveAsync(PortalDb db, int trace, int revision, string action, string text, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Comment, 1, ct); // first: it locks, so that the count holds
        var since = now - Span;
        if (await db.Comments.CountAsync(c => c.AuthorKey == caller.Key && c.At > since, ct) >= MostInSpan)
            return new CommentOutcome.Invalid($"You wrote {MostInSpan} comments in {Span.TotalMinutes:0} minutes, which is the most. What you typed is kept; send it in a while.");
        db.Comments.Add(new CommentRow { Number = number, TraceNumber = trace, Revision = revision, Action = action, AuthorKey = caller.Key, Text = text, At = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new CommentOutcome.Added(number);
    }

    private bool IsClaimOf(TraceRevisionRow revision, string action) =>
        action.Length == 0 || (action.Length <= 100 && graphs.Read(revision.Hash, revision.Text).Graph.Find(new NodeId(action)) is not null);
}
