using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>Which of a person's contributions are listed.</summary>
public enum PersonTab { Traces, Comments }

/// <param name="Text">Markdown, its beginning.</param>
public sealed record PersonComment(int Number, int Trace, string Title, string Text, DateTime At);

/// <summary>Somebody as everybody may see them.</summary>
/// <param name="Traces">The traces of this page; empty where comments are listed.</param>
/// <param name="Comments">The comments of this page; empty where traces are listed.</param>
public sealed record PersonView(
    string Name, PortalRole Role, DateTime CreatedAt, int TraceCount, int CommentCount, ImmutableArray<TraceListItem> Traces,
        ImmutableArray<PersonComment> Comments);

/// <summary>A person's public page: what they have launched and said, newest first. What is private stays out, whoever asks; so
/// does what they are still to judge blind.</summary>
[Requires(Operation.ReadPerson)]
public sealed class ReadPerson(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 20;
    public const int LastPage = 1000;
    /// <summary>The most characters of a comment in the list.</summary>
    private const int TextLength = 400;

    /// <returns>Null when nobody has this name (any more).</returns>
    public async Task<PersonView?> RunAsync(string name, PersonTab tab, int page, Caller caller, CancellationToken ct)
    {
        if (name.Length > AccountRules.NameLength) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var normalized = name.ToUpperInvariant(); // as Identity does
        if (await db.Users.Where(a => a.NormalizedUserName == normalized).Select(a => new { a.Id, a.UserName, a.Role, a.CreatedAt })
            .FirstOrDefaultAsync(ct) is not { } account) return null;
        var publicTraces = db.Traces.NotHeldBack(db, caller).Where(t => !t.IsPrivate);
        var traces = publicTraces.Where(t => t.OwnerKey == account.Id && t.State != TraceState.Discarded);
        var comments = db.Comments.Where(
            c => c.AuthorKey == account.Id && c.DeletedAt == null && c.HeldBackAt == null
                && publicTraces.Any(t => t.Number == c.TraceNumber));
        var skipped = (Math.Clamp(page, 1, LastPage) - 1) * PageSize;
        return new(account.UserName!, account.Role, account.CreatedAt, await traces.CountAsync(ct), await comments.CountAsync(ct),
            tab == PersonTab.Traces ? await ListAsync(traces, skipped, ct) : [], tab == PersonTab.Comments
                ? await ListAsync(db, comments, skipped, ct) : []);
    }

    private static async Task<ImmutableArray<TraceListItem>> ListAsync(IQueryable<TraceRow> traces, int skipped, CancellationToken ct) =>
        [.. await traces.OrderByDescending(t => t.Number).Skip(skipped).Take(PageSize).Select(TraceListing.Item).ToListAsync(ct)];

    private static async Task<ImmutableArray<PersonComment>> ListAsync(
        PortalDb db, IQueryable<CommentRow> comments, int skipped, CancellationToken ct)
    {
        var rows = await (
            from c in comments.OrderByDescending(c => c.Number).Skip(skipped).Take(PageSize)
            join t in db.Traces on c.TraceNumber equals t.Number
            orderby c.Number descending
            select new { c.Number, c.TraceNumber, t.Title, c.Text, c.At }).ToListAsync(ct);
        return [.. rows.Select(r => new PersonComment(r.Number, r.TraceNumber, r.Title, r.Text.Fit(TextLength), r.At))];
    }
}
