using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Export.Data;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>The records of a page of jobs, read with one question to each table.</summary>
internal static class JobsForExport
{
    /// <param name="over">Jobs that are over.</param>
    /// <param name="most">How many of them, the lowest numbers first.</param>
    public static async Task<List<DataRecord>> ReadAsync(PortalDb db, IQueryable<JobRow> over, int most, CancellationToken ct)
    {
        var ends = await EndsAsync(db, over, most, ct);
        if (ends.Count == 0) return [];
        var last = ends[^1].Number;
        var here = over.Where(j => j.Number <= last);
        var records = await here.Join(db.JobRecords, j => j.Number, r => r.JobNumber, (_, r) => r)
            .ToDictionaryAsync(r => r.JobNumber, r => r.RecordJson, ct);
        var traces = here.Join(db.Traces, j => j.Number, t => t.JobNumber, (_, t) => t);
        var reports = await traces.Join(db.TraceTexts, t => t.Number, x => x.TraceNumber, (_, x) => new { x.TraceNumber, x.Report })
            .ToDictionaryAsync(x => x.TraceNumber, x => x.Report, ct);
        var revisions = await RevisionsAsync(db, traces, ct);
        var verdicts = await VerdictsAsync(db, traces, ct);
        return ends.ConvertAll(end => end.Trace is { } trace
            ? RecordOf(end, records[end.Number], reports[trace], revisions[trace]) with { VerdictJson = [.. verdicts[trace]] }
            : new DataRecord(end.Number, end.Title, records[end.Number], end.Engine, Word(end.State), end.EndReason));
    }

    private static Task<List<JobAtItsEnd>> EndsAsync(PortalDb db, IQueryable<JobRow> over, int most, CancellationToken ct) =>
        over.OrderBy(j => j.Number).Take(most)
            .LeftJoin(db.Traces, j => j.Number, t => t.JobNumber, (j, t) => new JobAtItsEnd
            {
                Number = j.Number,
                Title = j.Title,
                State = j.State,
                EndReason = j.EndReason,
                Engine = j.Engine,
                Trace = t == null ? (int?)null : t.Number,
                TraceState = t == null ? (TraceState?)null : t.State,
                StateReason = t == null ? null : t.StateReason,
            })
            .OrderBy(j => j.Number).ToListAsync(ct);

    // What the job itself wrote stands at the moment of the trace; what people revised later is theirs.
    private static async Task<ILookup<int, WrittenRevision>> RevisionsAsync(PortalDb db, IQueryable<TraceRow> traces, CancellationToken ct)
    {
        var written = await traces.Join(db.TraceRevisions, t => t.Number, r => r.TraceNumber, (t, r) => new { t, r })
            .Where(x => x.r.At == x.t.CreatedAt)
            .Select(x => new { x.r.TraceNumber, x.r.Revision, x.r.Text, x.r.Hash }).ToListAsync(ct);
        return written.OrderBy(r => r.Revision).ToLookup(r => r.TraceNumber, r => new WrittenRevision(r.Text, r.Hash));
    }

    private static async Task<ILookup<int, string>> VerdictsAsync(PortalDb db, IQueryable<TraceRow> traces, CancellationToken ct)
    {
        var verdicts = await traces.Join(db.TraceVerdicts, t => t.Number, v => v.TraceNumber, (_, v) => v).Where(v => v.Revision == 1)
            .Select(v => new { v.TraceNumber, v.Ordinal, v.VerdictJson }).ToListAsync(ct);
        return verdicts.OrderBy(v => v.Ordinal).ToLookup(v => v.TraceNumber, v => v.VerdictJson);
    }

    private static DataRecord RecordOf(JobAtItsEnd end, string record, string report, IEnumerable<WrittenRevision> revisions)
    {
        var (first, last) = (revisions.FirstOrDefault(), revisions.LastOrDefault());
        var isPublished = end.TraceState == TraceState.Published;
        return new DataRecord(end.Number, end.Title, record, end.Engine, Word(end.TraceState!), end.StateReason)
        {
            Trace = end.Trace,
            Report = report,
            Generated = first?.Text,
            Published = isPublished ? last?.Text : null,
            Hash = (isPublished ? last : first)?.Hash,
        };
    }

    private static string Word(Enum state) => state.ToString().ToLower(CultureInfo.InvariantCulture);

    private sealed record WrittenRevision(string Text, string Hash);

    private sealed record JobAtItsEnd
    {
        public required int Number { get; init; }
        public required string Title { get; init; }
        public required JobState State { get; init; }
        public required string? EndReason { get; init; }
        public required string Engine { get; init; }
        /// <summary>The number of the trace that it made.</summary>
        public required int? Trace { get; init; }
        public required TraceState? TraceState { get; init; }
        public required string? StateReason { get; init; }
    }
}
