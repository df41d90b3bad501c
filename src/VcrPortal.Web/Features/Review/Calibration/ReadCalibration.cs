using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Calibration;

/// <summary>How far checks agree with what reviewers said blind. Of reviews that are over, and of public traces only, so that it is the
/// same for everybody and tells nobody anything that is held back.</summary>
[Requires(Operation.ReadAgreement)]
public sealed class ReadCalibration(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Revisions that are read at once: their verdicts are long.</summary>
    private const int Piece = 50;

    private volatile Known? _known;

    /// <returns>Null when the caller may not.</returns>
    public async Task<ImmutableArray<CalibrationLine>?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadAgreement)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var reviews = ReadAgreement.Done(db);
        var stamp = (await reviews.CountAsync(ct), await reviews.SumAsync(r => (long)r.Version, ct));
        if (_known is { } known && known.Stamp == stamp) return known.Lines;
        var lines = CalibrationReport.From(await CompareAsync(db, ct));
        _known = new(stamp, lines);
        return lines;
    }

    private static async Task<List<ComparedVerdict>> CompareAsync(PortalDb db, CancellationToken ct)
    {
        var decided = Decided(await ReadAgreement.BlindAsync(db, ct));
        List<ComparedVerdict> compared = [];
        foreach (var piece in decided.Keys.Select(k => (k.Trace, k.Revision)).Distinct().Order().Chunk(Piece))
        {
            var traces = piece.Select(p => p.Trace).ToArray();
            var rows = await db.TraceVerdicts.Where(v => traces.Contains(v.TraceNumber))
                .Select(v => new { v.TraceNumber, v.Revision, v.VerdictJson }).ToListAsync(ct);
            foreach (var of in rows.GroupBy(r => (r.TraceNumber, r.Revision)).Where(g => piece.Contains(g.Key)))
                compared.AddRange(Compare(of.Key, of.Select(r => PortalJson.Read<Verdict>(r.VerdictJson)), decided));
        }
        return compared;
    }

    /// <summary>Claims of which everybody who judged them, two or more, said that they hold, or that they do not.</summary>
    private static FrozenDictionary<(int Trace, int Revision, string Claim), (bool Holds, string Primitive)> Decided(
        List<BlindJudgement> judgements) => judgements.GroupBy(j => (j.Trace, j.Revision, j.Claim))
        .Where(g => g.Count() > 1 && g.Select(j => j.Answer).Distinct().Count() == 1
            && g.First().Answer is Answer.Holds or Answer.DoesNotHold)
        .ToFrozenDictionary(g => g.Key, g => (g.First().Answer == Answer.Holds, g.First().Primitive));

    private static IEnumerable<ComparedVerdict> Compare(
        (int Trace, int Revision) of, IEnumerable<Verdict> verdicts,
        FrozenDictionary<(int Trace, int Revision, string Claim), (bool Holds, string Primitive)> decided) =>
        from claim in verdicts.Where(v => v.Claim.EdgeTarget is null).GroupBy(v => (v.Claim.Action, v.Verifier, v.VerifierVersion))
        let judgement = ClaimJudgement.From(claim, _ => true)
        where judgement.IsJudged && decided.ContainsKey((of.Trace, of.Revision, new Subject.Node(claim.Key.Action).Text))
        let human = decided[(of.Trace, of.Revision, new Subject.Node(claim.Key.Action).Text)]
        select new ComparedVerdict(
            of.Trace, human.Primitive, $"{claim.Key.Verifier} {claim.Key.VerifierVersion}", judgement.Kind == JudgementKind.Supported,
            human.Holds);

    private sealed record Known((int, long) Stamp, ImmutableArray<CalibrationLine> Lines);
}
