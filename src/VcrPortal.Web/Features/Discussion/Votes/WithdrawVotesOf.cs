using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>Withdraws all votes of one person, with their notes, because that person leaves and wishes so.</summary>
internal static class WithdrawVotesOf
{
    /// <summary>In the caller's transaction.</summary>
    /// <returns>The traces that were voted on.</returns>
    public static async Task<ImmutableArray<int>> RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        var theirs = db.Votes.Where(v => v.AccountKey == accountKey);
        var traces = await theirs.Select(v => v.TraceNumber).Distinct().OrderBy(t => t).ToListAsync(ct);
        foreach (var trace in traces) await LockDiscussion.TakeAsync(db, trace, ct);
        await theirs.ExecuteDeleteAsync(ct);
        foreach (var trace in traces) await CountTalk.RunAsync(db, trace, ct);
        return [.. traces];
    }
}
