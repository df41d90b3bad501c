using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Traces with their texts, verdicts and latest revisions, as records of a data set.</summary>
internal static class DataRecordsOf
{
    /// <param name="traces">A page of them.</param>
    public static async Task<List<DataRecord>> ReadAsync(PortalDb db, IQueryable<TraceRow> traces, CancellationToken ct)
    {
        var rows = await traces.OrderBy(t => t.Number)
            .Select(t => new { t.Number, t.JobNumber, t.Title, t.Engine, t.State, t.StateReason, t.Revision }).ToListAsync(ct);
        var numbers = rows.ConvertAll(r => r.Number);
        var texts = await db.TraceTexts.Where(x => numbers.Contains(x.TraceNumber))
            .Select(x => new { x.TraceNumber, x.Report, x.RecordJson }).ToDictionaryAsync(x => x.TraceNumber, ct);
        var revisions = (await db.TraceRevisions.Where(r => numbers.Contains(r.TraceNumber))
            .Select(r => new { r.TraceNumber, r.Revision, r.Text, r.Hash, r.Report }).ToListAsync(ct)).ToLookup(r => r.TraceNumber);
        var verdicts = (await db.TraceVerdicts.Where(v => numbers.Contains(v.TraceNumber) && v.Revision == 1)
            .Select(v => new { v.TraceNumber, v.Ordinal, v.VerdictJson }).ToListAsync(ct)).ToLookup(v => v.TraceNumber);
        return rows.ConvertAll(row =>
        {
            var text = texts[row.Number];
            var (first, last) = (revisions[row.Number].MinBy(r => r.Revision)!, revisions[row.Number].MaxBy(r => r.Revision)!);
            var newest = row.State == TraceState.Published ? last : first;
            return new DataRecord(
                row.JobNumber, row.Title, text.RecordJson, row.Engine, row.State.ToString().ToLower(CultureInfo.InvariantCulture),
                row.StateReason)
            {
                Trace = row.Number,
                Report = revisions[row.Number].OrderByDescending(r => r.Revision).Select(r => r.Report).FirstOrDefault(r => r is not null)
                    ?? text.Report,
                Generated = first.Text,
                Published = row.State == TraceState.Published ? newest.Text : null,
                Hash = newest.Hash,
                VerdictJson = [.. verdicts[row.Number].OrderBy(v => v.Ordinal).Select(v => v.VerdictJson)],
            };
        });
    }
}
