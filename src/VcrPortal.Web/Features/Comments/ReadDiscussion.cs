using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Votes;

namespace VcrPortal.Web.Features.Comments;

/// <param name="Author">Null once the account is gone.</param>
/// <param name="Text">Empty once deleted.</param>
public sealed record CommentView(int Number, int Revision, string Action, string AuthorKey, string? Author, string Text, DateTime At, bool IsDeleted);

/// <summary>What people say of a trace. The score is a vector, never one number.</summary>
/// <param name="Mine">Of whoever asks.</param>
public sealed record DiscussionView(ImmutableArray<CommentView> Comments, int Up, int Down, Opinion Mine)
{
    public static DiscussionView Empty { get; } = new([], 0, 0, Opinion.None);
}

/// <summary>All comments and votes on a trace, oldest first; those on older revisions too.</summary>
public sealed class ReadDiscussion(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Comments shown on one page: the newest.</summary>
    public const int MostComments = 500;

    public async Task<DiscussionView> RunAsync(int trace, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var comments = await (
            from c in db.Comments.Where(c => c.TraceNumber == trace).OrderByDescending(c => c.Number).Take(MostComments)
            join a in db.Users on c.AuthorKey equals a.Id into authors
            from a in authors.DefaultIfEmpty()
            orderby c.Number
            select new CommentView(c.Number, c.Revision, c.Action, c.AuthorKey, a == null ? null : a.UserName, c.Text, c.At, c.DeletedAt != null)).ToListAsync(ct);
        var votes = await db.Votes.Where(v => v.TraceNumber == trace).GroupBy(v => v.IsUp).Select(g => new { IsUp = g.Key, Count = g.Count() }).ToListAsync(ct);
        var mine = caller.IsSignedIn ? await db.Votes.Where(v => v.TraceNumber == trace && v.AccountKey == caller.Key).Select(v => (bool?)v.IsUp).FirstOrDefaultAsync(ct) : null;
        return new([.. comments], votes.Where(v => v.IsUp).Sum(v => v.Count), votes.Where(v => !v.IsUp).Sum(v => v.Count), mine switch { true => Opinion.Up, false => Opinion.Down, null => Opinion.None });
    }
}
