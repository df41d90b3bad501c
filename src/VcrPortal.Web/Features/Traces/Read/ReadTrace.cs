using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>One revision of a trace with all that its page shows.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadTrace(IDbContextFactory<PortalDb> databases, GraphCache graphs)
{
    /// <summary>Revisions that are compared to find who wrote a claim; what is older is the oldest one's of these.</summary>
    private const int MostCompared = 50;

    /// <param name="revision">Null for the latest.</param>
    /// <returns>Null when there is no such trace or revision, or the caller may not see it.</returns>
    public async Task<TraceView?> RunAsync(int number, int? revision, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Traces.VisibleTo(db, caller).FirstOrDefaultAsync(t => t.Number == number, ct) is not { } trace) return null;
        var wanted = revision ?? trace.Revision;
        if (await db.TraceRevisions.FirstOrDefaultAsync(
            r => r.TraceNumber == number && r.Revision == wanted, ct) is not { } shown) return null;
        var text = await db.TraceTexts.FirstAsync(t => t.TraceNumber == number, ct);
        var revisions = await (
            from r in db.TraceRevisions.Where(r => r.TraceNumber == number)
            join u in db.Users on r.AuthorKey equals u.Id into people
            from u in people.DefaultIfEmpty()
            orderby r.Revision
            select new RevisionSummary(r.Revision, r.Hash, r.Reason, r.At, r.AuthorKey != null, u == null ? null : u.UserName))
            .ToListAsync(ct);
        var verdicts = await db.TraceVerdicts.Where(v => v.TraceNumber == number && v.Revision == wanted).OrderBy(v => v.Ordinal)
            .Select(v => v.VerdictJson).ToListAsync(ct);
        var report = await ReportOfRevision.ReadAsync(db, number, wanted, ct) ?? "";
        var view = View(trace, shown, text, report, [.. revisions], [.. verdicts.Select(PortalJson.Read<Verdict>)]);
        return revisions.Exists(r => r.IsOfPerson && r.Revision <= wanted)
            ? view with { Origins = await OriginsAsync(db, view, ct) }
            : view;
    }

    /// <summary>Read only where a person wrote: most traces are their job's alone.</summary>
    private async Task<ImmutableDictionary<NodeId, int>> OriginsAsync(PortalDb db, TraceView view, CancellationToken ct)
    {
        var texts = await db.TraceRevisions.Where(r => r.TraceNumber == view.Number && r.Revision <= view.Revision)
            .OrderByDescending(r => r.Revision).Take(MostCompared).Select(r => new { r.Revision, r.Hash, r.Text }).ToListAsync(ct);
        return ClaimOrigins.For([.. texts.OrderBy(t => t.Revision).Select(t => (t.Revision, graphs.Read(t.Hash, t.Text).Graph))]);
    }

    private TraceView View(
        TraceRow trace, TraceRevisionRow shown, TraceTextRow text, string report,
        ImmutableArray<RevisionSummary> revisions, ImmutableArray<Verdict> verdicts)
    {
        var read = graphs.Read(shown.Hash, shown.Text);
        return new TraceView(
            trace.Number, shown.Revision, shown.Revision == trace.Revision, trace.Title, trace.Compound, trace.CompoundCurie,
                trace.CellLine, trace.CellLineCurie, trace.Organ,
            trace.State, trace.StateReason, trace.Engine, trace.JobNumber, trace.CreatedAt,
            read.Graph, read.Diagnostics, verdicts, CountVerdicts.OfActions(read.Graph, verdicts),
            PortalJson.Read<ImmutableDictionary<NodeId, ImmutableArray<int>>>(text.CitationsJson), report,
            PortalJson.Read<ImmutableArray<EvidenceItem>>(text.EvidenceJson), revisions, shown.Text, trace.IsPrivate)
        {
            Vocabulary = shown.Vocabulary,
        };
    }
}
