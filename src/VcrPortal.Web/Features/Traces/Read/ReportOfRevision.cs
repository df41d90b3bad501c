using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The report that a revision shows: the newest one that it or a revision before it brought, else that of the job.</summary>
internal static class ReportOfRevision
{
    /// <summary>For whom permission was asked already.</summary>
    /// <returns>Null when there is no such trace.</returns>
    public static async Task<string?> ReadAsync(PortalDb db, int trace, int revision, CancellationToken ct) =>
        await db.TraceRevisions.Where(r => r.TraceNumber == trace && r.Revision <= revision && r.Report != null)
            .OrderByDescending(r => r.Revision).Select(r => r.Report).FirstOrDefaultAsync(ct)
        ?? await db.TraceTexts.Where(t => t.TraceNumber == trace).Select(t => t.Report).FirstOrDefaultAsync(ct);
}
