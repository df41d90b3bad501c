using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Record;

/// <summary>How often others, and the checks, said of a claim what one reviewer had said blind.</summary>
/// <param name="Others">Blind answers of others that were the same, of all of theirs to the same claims.</param>
/// <param name="Checks">Claims that the checks support where the reviewer said that they hold, and speak against where they do not, of
/// those that the checks judge.</param>
public sealed record OwnRecord(Share Others, Share Checks);

/// <summary>A reviewer's own record, from reviews that are over: before that it would tell what others said.</summary>
[Requires(Operation.ReadReviews)]
public sealed class ReadOwnRecord(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Traces that are read at once: their verdicts are long.</summary>
    private const int Piece = 50;

    /// <returns>Null when the caller may not.</returns>
    public async Task<OwnRecord?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadReviews)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var judgements = await ReadAgreement.BlindAsync(db, ct);
        List<BlindJudgement> mine = [.. judgements.Where(j => j.Person == caller.Key)];
        return new(WithOthers(mine, judgements.Where(j => j.Person != caller.Key)), await WithChecksAsync(db, mine, ct));
    }

    private static Share WithOthers(List<BlindJudgement> mine, IEnumerable<BlindJudgement> others)
    {
        var same = others.Join(
            mine, j => (j.Trace, j.Revision, j.Claim), j => (j.Trace, j.Revision, j.Claim), (other, own) => other.Answer == own.Answer)
            .ToList();
        return new(same.Count(isSame => isSame), same.Count);
    }

    private static async Task<Share> WithChecksAsync(PortalDb db, List<BlindJudgement> mine, CancellationToken ct)
    {
        var said = mine.Where(j => j.Answer is Answer.Holds or Answer.DoesNotHold)
            .ToDictionary(j => (j.Trace, j.Revision, j.Claim), j => j.Answer == Answer.Holds);
        var share = new Share();
        foreach (var piece in said.Keys.Select(k => k.Trace).Distinct().Order().Chunk(Piece))
        {
            var rows = await db.TraceVerdicts.Where(v => piece.Contains(v.TraceNumber) && v.EdgeTarget == null)
                .Select(v => new { v.TraceNumber, v.Revision, v.Action, v.VerdictJson }).ToListAsync(ct);
            foreach (var claim in rows.GroupBy(r => (r.TraceNumber, r.Revision, new Subject.Node(new(r.Action)).Text)))
            {
                if (!said.TryGetValue(claim.Key, out var holds)) continue;
                var judgement = ClaimJudgement.From(claim.Select(r => PortalJson.Read<Verdict>(r.VerdictJson)), _ => true);
                if (judgement.IsJudged) share += new Share(holds == (judgement.Kind == JudgementKind.Supported) ? 1 : 0, 1);
            }
        }
        return share;
    }
}
