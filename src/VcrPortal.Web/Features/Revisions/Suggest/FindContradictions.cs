using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Revisions.Effects;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Sentences of a trace's report that contradict its graph, because people changed the one without the other: as where one half of
/// a suggestion was accepted.</summary>
[Requires(Operation.ReadTrace)]
public sealed class FindContradictions(IDbContextFactory<PortalDb> databases, GraphCache graphs)
{
    /// <summary>Reports that are compared, the newest; what is older counts as the oldest of these.</summary>
    private const int MostReports = 20;

    /// <param name="trace">The trace as the caller sees it.</param>
    public async Task<ImmutableArray<SideEffect.ReportContradicts>> RunAsync(TraceView trace, Caller caller, CancellationToken ct)
    {
        // Most traces are their job's alone, and a job writes its report for its graph.
        if (!trace.Revisions.Any(r => r.IsOfPerson && r.Revision <= trace.Revision)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(trace.Number, caller, ct) is null) return [];
        return SideEffects.InReport(await ReportsAsync(db, trace, ct), trace.Graph);
    }

    private async Task<ImmutableArray<ToldReport>> ReportsAsync(PortalDb db, TraceView trace, CancellationToken ct)
    {
        var ofJob = await db.TraceTexts.Where(t => t.TraceNumber == trace.Number).Select(t => t.Report).SingleAsync(ct);
        var revisions = db.TraceRevisions.Where(r => r.TraceNumber == trace.Number && r.Revision <= trace.Revision);
        var first = await revisions.Where(r => r.AuthorKey == null).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(ct)
            ?? await revisions.OrderBy(r => r.Revision).FirstAsync(ct);
        var later = await revisions.Where(r => r.Report != null && r.Revision > first.Revision).OrderByDescending(r => r.Revision)
            .Take(MostReports).ToListAsync(ct);
        var suggested = await db.Suggestions.Where(s => s.TraceNumber == trace.Number && s.IsReportAccepted)
            .Select(s => new { s.Number, s.Text, s.Became }).ToListAsync(ct);
        // Who suggests a report writes it for the graph that they suggest, whatever of that is accepted.
        ActionGraph GraphOf(TraceRevisionRow revision) => suggested.Find(s => s.Became == revision.Revision) is { } whole
            ? graphs.Read($"suggestion {whole.Number}", whole.Text).Graph : graphs.Read(revision.Hash, revision.Text).Graph;
        return [new(first.Report ?? ofJob, GraphOf(first)),
            .. later.OrderBy(r => r.Revision).Select(r => new ToldReport(r.Report!, GraphOf(r)))];
    }
}
