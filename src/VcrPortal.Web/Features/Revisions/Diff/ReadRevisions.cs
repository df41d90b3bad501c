using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>One revision with what it says.</summary>
/// <param name="IsOfPerson">Somebody wrote what is new in it; else the job did, or it stood in a file.</param>
/// <param name="Author">Null once the account is gone, and where no person wrote it.</param>
public sealed record RevisionGraph(
    int Revision, string Hash, string Reason, DateTime At, ActionGraph Graph, bool IsOfPerson, string? Author);

/// <summary>The revisions of one trace that were asked for, oldest first.</summary>
/// <param name="Count">How many revisions it has.</param>
/// <param name="Engine">What wrote those that no person did.</param>
public sealed record TraceRevisions(
    int Number, string Title, int Latest, int Count, string Engine, ImmutableArray<RevisionGraph> Revisions)
{
    public RevisionGraph? Find(int revision) => Revisions.FirstOrDefault(r => r.Revision == revision);
}

/// <summary>Revisions of a trace with their graphs: the latest ones, or two that are to be compared.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadRevisions(IDbContextFactory<PortalDb> databases, GraphCache graphs)
{
    /// <summary>The most revisions that one history shows; older ones are reached by their addresses.</summary>
    public const int MostShown = 50;

    /// <returns>The latest ones; null when there is no such trace, or the caller may not see it.</returns>
    public Task<TraceRevisions?> RunAsync(int number, Caller caller, CancellationToken ct) =>
        ReadAsync(number, caller, revisions => revisions.OrderByDescending(r => r.Revision).Take(MostShown), ct);

    /// <returns>Those of the two that exist; null when there is no such trace, or the caller may not see it.</returns>
    public Task<TraceRevisions?> RunAsync(int number, int one, int other, Caller caller, CancellationToken ct) =>
        ReadAsync(number, caller, revisions => revisions.Where(r => r.Revision == one || r.Revision == other), ct);

    private async Task<TraceRevisions?> ReadAsync(
        int number, Caller caller, Func<IQueryable<TraceRevisionRow>, IQueryable<TraceRevisionRow>> choose, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var trace = await db.Traces.VisibleTo(db, caller).Where(t => t.Number == number)
            .Select(t => new { t.Title, t.Revision, t.Engine }).FirstOrDefaultAsync(ct);
        if (trace is null) return null;
        var all = db.TraceRevisions.Where(r => r.TraceNumber == number);
        var count = await all.CountAsync(ct);
        var rows = await (
            from r in choose(all)
            join u in db.Users on r.AuthorKey equals u.Id into people
            from u in people.DefaultIfEmpty()
            select new { Row = r, Author = u == null ? null : u.UserName }).ToListAsync(ct);
        return new(number, trace.Title, trace.Revision, count, trace.Engine,
            [.. rows.OrderBy(r => r.Row.Revision).Select(r => new RevisionGraph(
                r.Row.Revision, r.Row.Hash, r.Row.Reason, r.Row.At, graphs.Read(r.Row.Hash, r.Row.Text).Graph,
                r.Row.AuthorKey is not null, r.Author))]);
    }
}
