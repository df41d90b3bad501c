using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Puts a revision that a person made to the checks. Those that ask over the network are not asked again: what they said stays
/// with the claims that still say the same.</summary>
/// <param name="verify">Null where this process has no checks: then all claims that say the same keep their verdicts.</param>
public sealed class CheckRevision(VerifyAgain? verify = null)
{
    /// <param name="trace">At the revision before.</param>
    public async Task<ImmutableArray<Verdict>> RunAsync(
        PortalDb db, TraceRow trace, ActionGraph before, ActionGraph after, CancellationToken ct)
    {
        var carried = await CarriedVerdicts.ReadAsync(db, trace, before, after, ct);
        if (verify is null) return carried;
        var text = await db.TraceTexts.SingleAsync(t => t.TraceNumber == trace.Number, ct);
        var said = await verify.RunAsync(
            PortalJson.Read<PerturbationRecord>(text.RecordJson), after,
            PortalJson.Read<ImmutableDictionary<NodeId, ImmutableArray<int>>>(text.CitationsJson),
            PortalJson.Read<ImmutableArray<EvidenceItem>>(text.EvidenceJson), ct);
        return [.. said, .. carried.Where(v => !verify.Asks(v.Verifier))];
    }
}
