using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>Hands out every claim around a thing, one after the other. Who is signed in leaves an entry.</summary>
[Requires(Operation.ExportTrace)]
public sealed class ExportClaims(IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<ExportClaims> log)
{
    /// <summary>Claims that are read at a time; between two pages nothing of the database is held.</summary>
    private const int PageSize = 1000;

    public async Task<IAsyncEnumerable<ExportedClaim>> RunAsync(ClaimSubject subject, Caller caller, CancellationToken ct)
    {
        await RememberAsync(caller, ct);
        return PagesAsync(subject, caller, ct);
    }

    private async Task RememberAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.IsSignedIn) return; // one visitor is like another
        await using var db = await databases.CreateDbContextAsync(ct);
        await HistoryWriter.NoteAsync(
            db, caller.Key, Operation.ExportTrace, HistorySubject.Search, clock.GetUtcNow().UtcDateTime, "claims", log, ct);
    }

    private async IAsyncEnumerable<ExportedClaim> PagesAsync(
        ClaimSubject subject, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var (trace, ordinal) = (0, -1); ;)
        {
            var page = await ReadAsync(subject, trace, ordinal, caller, ct);
            foreach (var claim in page) yield return claim;
            if (page.Count < PageSize) yield break;
            (trace, ordinal) = (page[^1].Trace, page[^1].Ordinal);
        }
    }

    private async Task<List<ExportedClaim>> ReadAsync(ClaimSubject subject, int trace, int ordinal, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var visible = FindClaims.Listed(db, caller);
        return await new SurroundingClaims(db, visible, subject).All
            .Where(c => c.TraceNumber > trace || (c.TraceNumber == trace && c.Ordinal > ordinal))
            .OrderBy(c => c.TraceNumber).ThenBy(c => c.Ordinal).Take(PageSize)
            .Join(db.Traces, c => c.TraceNumber, t => t.Number, (c, t) => new ExportedClaim(
                t.Number, t.Revision, c.Ordinal, c.Action, c.Primitive, c.ActorLabel, c.TargetLabel, c.Sign, c.Mark, t.Compound,
                t.CellLine))
            .ToListAsync(ct);
    }
}
