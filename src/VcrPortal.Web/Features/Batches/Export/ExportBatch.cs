using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>Hands out what a batch has made so far, one record for each job that is over, in their order. Who is signed in leaves an
/// entry.</summary>
[Requires(Operation.ExportBatch)]
public sealed class ExportBatch(IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<ExportBatch> log) : IDisposable
{
    /// <summary>Jobs that are read at a time: a few megabytes.</summary>
    private const int PageSize = 100;

    /// <summary>Pages that are read at the same time, of all exports together: each is a large question to the database.</summary>
    private const int PagesAtOnce = 2;

    private readonly SemaphoreSlim _turns = new(PagesAtOnce, PagesAtOnce);

    /// <param name="format">As the entry calls it: <c>jsonl</c>, <c>parquet</c>.</param>
    /// <returns>Null when there is no such batch, or the caller may not see it.</returns>
    public async Task<IAsyncEnumerable<DataRecord>?> RunAsync(int batchNumber, string format, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ExportBatch)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Batches.VisibleTo(db, caller).AnyAsync(b => b.Number == batchNumber, ct)) return null;
        if (caller.IsSignedIn)
        {
            var subject = HistorySubject.Batch(batchNumber);
            await HistoryWriter.NoteAsync(
                db, caller.Key, Operation.ExportBatch, subject, clock.GetUtcNow().UtcDateTime, format, log, ct);
        }
        return ReadAsync(batchNumber, caller, ct);
    }

    private async IAsyncEnumerable<DataRecord> ReadAsync(int batch, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var page = await ReadInTurnAsync(batch, after, caller, ct);
            foreach (var record in page) yield return record;
            if (page.Count < PageSize) yield break;
            after = page[^1].Job!.Value;
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>The turn ends with the reading: whoever takes long to receive a page keeps nobody from theirs.</summary>
    private async Task<List<DataRecord>> ReadInTurnAsync(int batch, int after, Caller caller, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try { return await ReadPageAsync(batch, after, caller, ct); }
        finally { _turns.Release(); }
    }

    private async Task<List<DataRecord>> ReadPageAsync(int batch, int after, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var over = db.Jobs.VisibleTo(db, caller)
            .Where(j => j.BatchNumber == batch && j.Number > after && j.State != JobState.Queued && j.State != JobState.Running);
        var jobs = await over.OrderBy(j => j.Number).Take(PageSize).LeftJoin(db.Traces, j => j.Number, t => t.JobNumber, (j, t) => new
        {
            j.Number,
            j.Title,
            j.State,
            j.EndReason,
            j.Engine,
            Trace = t == null ? (int?)null : t.Number,
            TraceState = t == null
                ? (TraceState?)null : t.State,
            StateReason = t == null ? null : t.StateReason,
        }).OrderBy(j => j.Number).ToListAsync(ct);
        if (jobs.Count == 0) return [];
        var last = jobs[^1].Number;
        var here = over.Where(j => j.Number <= last);
        var records = await here.Join(db.JobRecords, j => j.Number, r => r.JobNumber, (_, r) => r)
            .ToDictionaryAsync(r => r.JobNumber, r => r.RecordJson, ct);
        var traces = here.Join(db.Traces, j => j.Number, t => t.JobNumber, (_, t) => t);
        var reports = await traces.Join(db.TraceTexts, t => t.Number, x => x.TraceNumber, (_, x) => new { x.TraceNumber, x.Report })
            .ToDictionaryAsync(x => x.TraceNumber, x => x.Report, ct);
        // What the job itself wrote stands at the moment of the trace; what people revised later is theirs.
        var revisions = (
            await traces.Join(db.TraceRevisions, t => t.Number, r => r.TraceNumber, (t, r) => new { t, r })
            .Where(x => x.r.At == x.t.CreatedAt)
            .Select(x => new { x.r.TraceNumber, x.r.Revision, x.r.Text, x.r.Hash }).ToListAsync(ct)).ToLookup(r => r.TraceNumber);
        var verdicts = (await traces.Join(db.TraceVerdicts, t => t.Number, v => v.TraceNumber, (_, v) => v).Where(v => v.Revision == 1)
            .Select(v => new { v.TraceNumber, v.Ordinal, v.VerdictJson }).ToListAsync(ct)).ToLookup(v => v.TraceNumber);
        return jobs.ConvertAll(j => j is not { Trace: { } trace, TraceState: { } state }
            ? new DataRecord(j.Number, j.Title, records[j.Number], j.Engine, Word(j.State.ToString()), j.EndReason)
            : new DataRecord(j.Number, j.Title, records[j.Number], j.Engine, Word(state.ToString()), j.StateReason)
            {
                Trace = trace,
                Report = reports[trace],
                Generated = revisions[trace].MinBy(r => r.Revision)?.Text,
                Published = state == TraceState.Published ? revisions[trace].MaxBy(r => r.Revision)?.Text : null,
                Hash = (state == TraceState.Published ? revisions[trace].MaxBy(r => r.Revision)
                    : revisions[trace].MinBy(r => r.Revision))?.Hash,
                VerdictJson = [.. verdicts[trace].OrderBy(v => v.Ordinal).Select(v => v.VerdictJson)],
            });
    }

    private static string Word(string state) => state.ToLower(CultureInfo.InvariantCulture);
}
