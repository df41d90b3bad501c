using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>Takes back all marks of one person, because that person leaves and wishes so.</summary>
internal static class WithdrawMarksOf
{
    /// <summary>In the caller's transaction.</summary>
    /// <returns>The traces that were marked.</returns>
    public static async Task<ImmutableArray<int>> RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        var theirs = db.PassageMarks.Where(m => m.AccountKey == accountKey);
        var traces = await db.Passages.Where(p => theirs.Any(m => m.PassageNumber == p.Number)).Select(p => p.TraceNumber).Distinct()
            .OrderBy(t => t).ToListAsync(ct);
        foreach (var trace in traces) await LockDiscussion.TakeAsync(db, trace, ct);
        await theirs.ExecuteDeleteAsync(ct);
        return [.. traces];
    }
}
