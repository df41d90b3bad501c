using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Export;

/// <summary>Hands out all that people said and marked on a trace, in all its revisions, to be carried away; who is signed in leaves an
/// entry.</summary>
[Requires(Operation.ExportTrace)]
public sealed class ExportAnnotations(
    IDbContextFactory<PortalDb> databases, ReadPassages passages, TimeProvider clock, ILogger<ExportAnnotations> log)
{
    /// <param name="root">Scheme and host, without a slash at the end.</param>
    /// <returns>Oldest first; null when there is no such trace, or the caller may not see it.</returns>
    public async Task<ImmutableArray<WebAnnotation>?> RunAsync(
        int trace, string root, string extension, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is not { } thing
            || !caller.May(Operation.ExportTrace, thing)) return null;
        var latest = await db.Traces.Where(t => t.Number == trace).Select(t => t.Revision).SingleAsync(ct);
        var chosen = await passages.ReadAsync(db, trace, latest, ct);
        var words = new AnnotationWords(trace, root, chosen);
        var said = await (
            from c in db.Comments.Where(c => c.TraceNumber == trace && c.DeletedAt == null && c.HeldBackAt == null)
            join a in db.Users on c.AuthorKey equals a.Id into authors
            from a in authors.DefaultIfEmpty()
            orderby c.Number
            select new { Comment = c, Author = a == null ? null : a.UserName }).ToListAsync(ct);
        if (caller.IsSignedIn)
            await HistoryWriter.NoteAsync(
                db, caller.Key, Operation.ExportTrace, HistorySubject.WholeTrace(trace), clock.GetUtcNow().UtcDateTime,
                "annotations." + extension, log, ct);
        return [.. said.Select(s => words.For(s.Comment, s.Author)).Concat(chosen.SelectMany(words.OfMarks))
            .OrderBy(a => a.Created).ThenBy(a => a.Id, StringComparer.Ordinal)];
    }
}
