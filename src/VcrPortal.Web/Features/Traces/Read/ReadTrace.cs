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
        var revisions = await db.TraceRevisions.Where(r => r.TraceNumber == number).OrderBy(r => r.Revision)
            .Select(r => new RevisionSummary(r.Revision, r.Hash, r.Reason, r.At)).ToListAsync(ct);
        var verdicts = await db.TraceVerdicts.Where(v => v.TraceNumber == number && v.Revision == wanted).OrderBy(v => v.Ordinal)
            .Select(v => v.VerdictJson).ToListAsync(ct);
        var report = await ReportOfRevision.ReadAsync(db, number, wanted, ct) ?? "";
        return View(trace, shown, text, report, [.. revisions], [.. verdicts.Select(PortalJson.Read<Verdict>)]);
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
            PortalJson.Read<ImmutableArray<EvidenceItem>>(text.EvidenceJson), revisions, shown.Text, trace.IsPrivate);
    }
}
