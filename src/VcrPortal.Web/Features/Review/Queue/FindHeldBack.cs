using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>The review in which the caller meets what every other page holds back from them.</summary>
[Requires(Operation.ReadReviews)]
public sealed class FindHeldBack(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such trace for this caller, or nothing of it is held back.</returns>
    public Task<(int Trace, int Revision)?> OfTraceAsync(int trace, Caller caller, CancellationToken ct) =>
        FindAsync(traces => traces.Where(t => t.Number == trace), caller, ct);

    public Task<(int Trace, int Revision)?> OfJobAsync(int job, Caller caller, CancellationToken ct) =>
        FindAsync(traces => traces.Where(t => t.JobNumber == job), caller, ct);

    /// <summary>How many traces are held back from the caller.</summary>
    public async Task<int> CountAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews) || !caller.JudgesBlind) return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        var shown = db.Traces.VisibleTo(db, caller);
        return await db.Traces.VisibleTo(db, caller.AsJudge).CountAsync(t => !shown.Any(s => s.Number == t.Number), ct);
    }

    private async Task<(int Trace, int Revision)?> FindAsync(
        Func<IQueryable<TraceRow>, IQueryable<TraceRow>> narrow, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews) || !caller.JudgesBlind) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var (key, past) = (caller.Key, db.PastBlind);
        var found = await narrow(db.Traces.VisibleTo(db, caller.AsJudge)).Where(t => t.OwnerKey != key)
            .Join(db.BlindReviews, t => t.JobNumber ?? -t.Number, b => b.JobNumber, (t, b) => new { t.Number, b.JobNumber, b.Revision })
            .Where(x => !past.Any(p => p.JobNumber == x.JobNumber && p.Revision == x.Revision && p.AccountKey == key))
            .OrderBy(x => x.Revision).FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Number, found.Revision);
    }
}
