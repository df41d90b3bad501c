using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>What the report of one revision says otherwise than that of another.</summary>
[Requires(Operation.ReadTrace)]
public sealed class CompareReports(IDbContextFactory<PortalDb> databases)
{
    /// <returns>In the order of the report; empty where both say the same, or the caller may not see the trace.</returns>
    public async Task<ImmutableArray<ReportChange>> RunAsync(int trace, int from, int to, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return [];
        var before = await ReportOfRevision.ReadAsync(db, trace, from, ct) ?? "";
        var after = await ReportOfRevision.ReadAsync(db, trace, to, ct) ?? "";
        return ReportChange.Between(before, after);
    }
}
