using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Verdicts of a revision on claims that still say the same in the next one.</summary>
internal static class CarriedVerdicts
{
    /// <returns>Under the ids that the claims have now.</returns>
    public static async Task<ImmutableArray<Verdict>> ReadAsync(
        PortalDb db, TraceRow trace, ActionGraph before, ActionGraph after, CancellationToken ct)
    {
        var written = await db.TraceVerdicts.Where(v => v.TraceNumber == trace.Number && v.Revision == trace.Revision)
            .OrderBy(v => v.Ordinal).Select(v => v.VerdictJson).ToListAsync(ct);
        var same = Counterparts.Between(before, after).Where(p => p.Value.SaysTheSame).ToFrozenDictionary(p => p.Key, p => p.Value.Id);
        return [.. from json in written
                   let verdict = PortalJson.Read<Verdict>(json)
                   let claim = Carry(verdict.Claim, same, before, after)
                   where claim is not null && after.Makes(claim)
                   select verdict with { Claim = claim }];
    }

    private static Claim? Carry(Claim claim, FrozenDictionary<NodeId, NodeId> same, ActionGraph before, ActionGraph after)
    {
        if (claim.Action == Claim.ContextId || claim.Action == before.Context?.Id)
            return before.Context is { } was && after.Context is { } becomes && was.Arguments.SequenceEqual(becomes.Arguments)
                ? claim with { Action = becomes.Id ?? Claim.ContextId } : null;
        if (!same.TryGetValue(claim.Action, out var action)) return null;
        if (claim.EdgeTarget is not { } target) return claim with { Action = action };
        return same.TryGetValue(target, out var there) ? claim with { Action = action, EdgeTarget = there } : null;
    }
}
