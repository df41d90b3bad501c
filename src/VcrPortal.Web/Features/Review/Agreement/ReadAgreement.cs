using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Agreement;

/// <summary>How far reviewers agree. Judgements of reviews that somebody has yet to judge are not in it, so that it tells nobody anything
/// that is held back; and public traces only, so that it is the same for everybody.</summary>
[Requires(Operation.ReadAgreement)]
public sealed class ReadAgreement(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Judgements that are read; the newest ones.</summary>
    public const int Most = 200_000;

    private volatile Known? _known;

    /// <returns>Null when the caller may not.</returns>
    public async Task<AgreementReport?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadAgreement)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var reviews = Done(db);
        // Every change to a review counts it up.
        var stamp = (await reviews.CountAsync(ct), await reviews.SumAsync(r => (long)r.Version, ct));
        if (_known is { } known && known.Stamp == stamp) return known.Report;
        var judgements = await BlindAsync(db, ct);
        var keys = judgements.Select(j => j.Person).Distinct().ToArray();
        var names = await db.Users.Where(a => keys.Contains(a.Id)).Select(a => new { a.Id, a.UserName })
            .ToDictionaryAsync(a => a.Id, a => a.UserName ?? "", ct);
        var report = AgreementReport.From(judgements, names);
        _known = new(stamp, report);
        return report;
    }

    /// <summary>Reviews of public traces in which nobody is to judge blind any more.</summary>
    internal static IQueryable<ReviewRow> Done(PortalDb db)
    {
        var open = db.Set<Traces.TraceRow>().Where(t => !t.IsPrivate);
        return db.Reviews.Where(r => r.State != ReviewState.Unreviewed && r.State != ReviewState.InReview
            && open.Any(t => t.Number == r.TraceNumber));
    }

    internal static async Task<List<BlindJudgement>> BlindAsync(PortalDb db, CancellationToken ct)
    {
        var done = Done(db);
        return await db.Judgements.Where(j => j.Step == JudgementStep.Blind
                && done.Any(r => r.TraceNumber == j.TraceNumber && r.Revision == j.Revision))
            .OrderByDescending(j => j.At).ThenBy(j => j.TraceNumber).ThenBy(j => j.Claim).ThenBy(j => j.AccountKey).Take(Most)
            .Select(j => new BlindJudgement(j.TraceNumber, j.Revision, j.AccountKey, j.Claim, j.Primitive, j.Answer)).ToListAsync(ct);
    }

    private sealed record Known((int, long) Stamp, AgreementReport Report);
}
