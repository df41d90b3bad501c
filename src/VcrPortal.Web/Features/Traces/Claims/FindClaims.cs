using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>Claims across all traces that somebody may see: the same claim is one, however many make it.</summary>
[Requires(Operation.ReadTrace)]
public sealed class FindClaims(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Claims, and traces of one claim, that one answer lists.</summary>
    public const int Most = 60;

    /// <summary>About a thing and by it.</summary>
    public async Task<ClaimsAround> AroundAsync(ClaimSubject subject, ClaimsShown shown, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await new SurroundingClaims(db, Listed(db, caller), subject).ReadAsync(shown, ct);
    }

    /// <summary>All that fit a pattern.</summary>
    public async Task<ImmutableArray<ClaimGroup>> MatchAsync(ClaimPattern pattern, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Narrow(db.TraceClaims, pattern).Join(Listed(db, caller), c => c.TraceNumber, t => t.Number, (c, _) => c);
        return await GroupedClaims.ListAsync(GroupedClaims.By(found), 0, Most, ct);
    }

    /// <summary>Who else makes this claim, and who says the opposite of it.</summary>
    /// <returns>Null when the trace has no such claim, or the caller may not see it.</returns>
    public async Task<(ClaimContent Claim, ImmutableArray<ClaimInTrace> Same, ImmutableArray<ClaimInTrace> Against)?> LikeAsync(
        int trace, string action, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (all, visible) = (db.Traces.VisibleTo(db, caller), Listed(db, caller));
        var claim = await db.TraceClaims.Where(c => c.TraceNumber == trace && c.Action == action && all.Any(t => t.Number == trace))
            .OrderBy(c => c.Ordinal).FirstOrDefaultAsync(ct);
        if (claim is null) return null;
        var (kind, actor, target, sign) = (claim.Kind, claim.Actor, claim.Target, claim.Sign);
        var alike = db.TraceClaims.Where(c => c.Target == target && c.Kind == kind && c.Actor == actor && c.TraceNumber != trace);
        var same = await ListAsync(alike.Where(c => c.Sign == sign && c.Mark != ClaimMark.Refuted), visible, ct);
        var against = await ListAsync(
            alike.Where(c => (c.Sign == -sign && sign != 0) || (c.Sign == sign && c.Mark == ClaimMark.Refuted)), visible, ct);
        return (new(kind, claim.Primitive, actor, claim.ActorLabel, target, claim.TargetLabel, sign), same, against);
    }

    internal static IQueryable<TraceClaimRow> Narrow(IQueryable<TraceClaimRow> claims, ClaimPattern pattern)
    {
        if (pattern.Target is { } target) claims = claims.Where(c => c.Target == target);
        if (pattern.Actor is { } actor) claims = claims.Where(c => c.Actor == actor);
        if (pattern.Primitive is { } primitive) claims = claims.Where(c => c.Primitive == primitive);
        if (pattern.Sign is { } sign) claims = claims.Where(c => c.Sign == sign);
        return claims;
    }

    /// <summary>The traces as a search lists them, so that a claim has as many traces here as its link finds.</summary>
    internal static IQueryable<TraceRow> Listed(PortalDb db, Caller caller) => db.Traces.VisibleTo(db, caller).Kept().WithAnEnd();

    private static async Task<ImmutableArray<ClaimInTrace>> ListAsync(
        IQueryable<TraceClaimRow> claims, IQueryable<TraceRow> visible, CancellationToken ct)
    {
        var rows = await claims.Join(visible, c => c.TraceNumber, t => t.Number, (c, t) => new { c, t })
            .OrderByDescending(x => x.t.ChangedAt).ThenByDescending(x => x.t.Number).ThenBy(x => x.c.Ordinal).Take(Most)
            .Select(x => new ClaimInTrace(x.t.Number, x.c.Action, x.t.Compound, x.t.CellLine, x.c.Mark)).ToListAsync(ct);
        return [.. rows];
    }
}
