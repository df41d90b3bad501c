using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>All comments and votes on a trace as one revision shows them; those on other revisions too, with what became of their
/// subjects.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadDiscussion(IDbContextFactory<PortalDb> databases, GraphCache graphs, ReadPassages passages)
{
    /// <summary>Comments shown on one page: the newest.</summary>
    public const int MostComments = 500;

    /// <returns>Null when there is no such trace or revision, or the caller may not see it.</returns>
    public async Task<DiscussionView?> RunAsync(int trace, int revision, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null ? null : await ReadAsync(db, trace, revision, null, ct);
    }

    /// <summary>The votes of whoever asks, by the subject in this revision.</summary>
    public async Task<ImmutableDictionary<Subject, OwnVote>> OwnVotesAsync(int trace, int revision, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var votes = caller.IsSignedIn ? await db.Votes.Where(v => v.TraceNumber == trace && v.AccountKey == caller.Key).ToListAsync(ct)
            : [];
        if (votes.Count == 0
            || await Anchors.ReadAsync(db, graphs, trace, revision, ct) is not { } anchors) return ImmutableDictionary<Subject,
            OwnVote>.Empty;
        var found = ImmutableDictionary.CreateBuilder<Subject, OwnVote>();
        foreach (var vote in votes)
            if (Subject.Parse(vote.Subject) is { } subject
                && anchors.Find(vote.Revision, subject) is { State: not AnchorState.Edited, Here: { } here })
                found[here] = new(vote.IsUp ? Opinion.Up : Opinion.Down, vote.Reason, vote.Note);
        return found.ToImmutable();
    }

    /// <summary>What the caller was writing here, by its slot.</summary>
    public async Task<ImmutableDictionary<string, string>> DraftsAsync(int trace, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await db.Drafts.Where(d => d.AccountKey == caller.Key && d.TraceNumber == trace).Select(d => new { d.Slot, d.Text })
            .ToListAsync(ct)).ToImmutableDictionary(d => d.Slot, d => d.Text);
    }

    /// <summary>What a comment said before its edits, oldest first; nothing once it is deleted.</summary>
    public async Task<ImmutableArray<EarlierText>> EarlierAsync(int comment, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var trace = await db.Comments.Where(c => c.Number == comment && c.HeldBackAt == null).Select(c => c.TraceNumber)
            .FirstOrDefaultAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return [];
        return [.. await db.CommentTexts.Where(t => t.CommentNumber == comment).OrderBy(t => t.Version)
            .Select(t => new EarlierText(t.Version, t.Text, t.At)).ToListAsync(ct)];
    }

    /// <summary>For whom permission was asked already.</summary>
    /// <param name="before">An earlier view of the same revision: what can be talked about is the same.</param>
    internal async Task<DiscussionView?> ReadAsync(PortalDb db, int trace, int revision, DiscussionView? before, CancellationToken ct)
    {
        // First the count, then what it counts: what comes in between is read twice, never missed.
        if (await db.Traces.Where(t => t.Number == trace).Select(t => new { t.DiscussionVersion, t.Revision })
            .FirstOrDefaultAsync(ct) is not { } head) return null;
        if (await Anchors.ReadAsync(db, graphs, trace, revision, ct) is not { } anchors) return null;
        var rows = await (
            from c in db.Comments.Where(c => c.TraceNumber == trace).OrderByDescending(c => c.Number).Take(MostComments)
            join a in db.Users on c.AuthorKey equals a.Id into authors
            from a in authors.DefaultIfEmpty()
            join r in db.Users on c.ResolvedBy equals r.Id into resolvers
            from r in resolvers.DefaultIfEmpty()
            orderby c.Number
            select new CommentLine(c, a == null ? null : a.UserName, r == null ? null : r.UserName)).ToListAsync(ct);
        var votes = await db.Votes.Where(v => v.TraceNumber == trace).ToListAsync(ct);
        var (whole, claims) = CountVotes.From(votes, anchors);
        var subjects = before?.Subjects
            ?? SubjectOptions.In(
            anchors.Shown, await db.TraceTexts.Where(t => t.TraceNumber == trace).Select(t => t.EvidenceJson).SingleAsync(ct));
        var chosen = await passages.ReadAsync(db, trace, revision, ct);
        return new(
            trace, revision, head.DiscussionVersion, head.Revision, Threads(rows, anchors, chosen), whole, claims, subjects,
            await PeopleAsync(db, rows, before?.People, ct))
        { Passages = chosen };
    }

    private static ImmutableArray<ThreadView> Threads(List<CommentLine> rows, Anchors anchors, ImmutableArray<PassageView> passages)
    {
        var places = passages.ToDictionary(p => (Subject)p.Subject, p => p.Anchor);
        var answers = rows.Where(r => r.Row.ReplyTo is not null).ToLookup(r => r.Row.ReplyTo!.Value, r => r.View);
        return [.. from line in rows where line.Row.ReplyTo is null
                   let said = Subject.Parse(line.Row.Subject) ?? Subject.Trace
                   select new ThreadView(
                       line.View, [.. answers[line.Row.Number]], said, line.Row.Revision,
                       places.GetValueOrDefault(said) ?? anchors.Find(line.Row.Revision, said), line.Row.ResolvedAt, line.Resolver)];
    }

    /// <summary>The same set when it holds the same names: texts are drawn anew, on every screen, with another one.</summary>
    private static async Task<FrozenSet<string>> PeopleAsync(
        PortalDb db, List<CommentLine> rows, FrozenSet<string>? before, CancellationToken ct)
    {
        var names = rows.SelectMany(r => MarkdownText.MentionsIn(r.Row.Text)).Select(n => n.ToUpperInvariant()).Distinct().Take(200)
            .ToArray();
        var known = names.Length == 0 ? []
            : await db.Users.Where(a => names.Contains(a.NormalizedUserName)).Select(a => a.UserName!).ToListAsync(ct);
        return before?.SetEquals(known) == true ? before : known.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record CommentLine(CommentRow Row, string? Author, string? Resolver)
    {
        public CommentView View =>
            new(Row.Number, Row.AuthorKey, Author, Row.HeldBackAt is null ? Row.Text : "", Row.At, Row.EditedAt, Row.Version,
                Row.DeletedAt is not null)
            {
                IsHeldBack = Row.HeldBackAt is not null,
            };
    }
}

/// <summary>What a comment said until the next version.</summary>
public sealed record EarlierText(int Version, string Text, DateTime At);
