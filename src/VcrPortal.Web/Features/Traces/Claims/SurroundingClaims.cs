using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>Reads the claims around one thing: counts, pages and contradictions are the database's work, however many there are.</summary>
/// <param name="visible">The traces whose claims count.</param>
internal sealed class SurroundingClaims(PortalDb db, IQueryable<TraceRow> visible, ClaimSubject subject)
{
    /// <summary>Contradictions that are shown, of each sort.</summary>
    private const int Shown = 10;

    /// <summary>Statements whose two directions are fetched at once.</summary>
    private const int MostGroups = 400;

    private IQueryable<TraceClaimRow> Visible(IQueryable<TraceClaimRow> claims) =>
        claims.Join(visible, c => c.TraceNumber, t => t.Number, (c, _) => c);

    /// <summary>What happens to it; of a compound or a cell line, what its traces say besides.</summary>
    private IQueryable<TraceClaimRow> About => subject switch
    {
        { CellLine: { } line } => InTraces(visible.Where(t => t.CellLine == line)),
        { Compound: { } compound } => InTraces(visible.Where(t => t.Compound == compound)).Where(c => c.Actor != subject.Key),
        _ => Visible(db.TraceClaims.Where(c => c.Target == subject.Key)),
    };

    private IQueryable<TraceClaimRow> By => Visible(db.TraceClaims.Where(c => c.Actor == subject.Key));

    /// <summary>About it and by it, each once; of a compound or a cell line, the claims of its traces.</summary>
    public IQueryable<TraceClaimRow> All => subject switch
    {
        { CellLine: not null } => About,
        { Compound: { } compound } => InTraces(visible.Where(t => t.Compound == compound)),
        _ => Visible(db.TraceClaims.Where(c => c.Target == subject.Key || c.Actor == subject.Key)),
    };

    private IQueryable<TraceClaimRow> InTraces(IQueryable<TraceRow> traces) =>
        db.TraceClaims.Join(traces, c => c.TraceNumber, t => t.Number, (c, _) => c);

    public async Task<ClaimsAround> ReadAsync(ClaimsShown shown, CancellationToken ct)
    {
        var acts = subject.CellLine is null;
        var (contradictions, contradicted) = await ContradictionsAsync(ct);
        ImmutableArray<ClaimsOfKind> kinds =
            [.. await KindsAsync(About, false, ct), .. acts ? await KindsAsync(By.Where(c => c.Target != subject.Key), true, ct) : []];
        var numbers = About.Select(c => c.TraceNumber);
        if (acts) numbers = numbers.Union(By.Select(c => c.TraceNumber));
        return new(
            await PageAsync(About, shown.About, shown.Mark, ct),
            acts ? await PageAsync(By, shown.By, shown.Mark, ct) : new([], 0, 1), kinds,
            await numbers.Distinct().CountAsync(ct), contradictions, contradicted);
    }

    private static async Task<ClaimGroupPage> PageAsync(
        IQueryable<TraceClaimRow> claims, int page, ClaimMark? mark, CancellationToken ct)
    {
        var groups = GroupedClaims.By(claims, mark);
        var total = mark is null
            ? await claims.Select(c => new { c.Kind, c.Primitive, c.Actor, c.Target, c.Sign }).Distinct().CountAsync(ct)
            : await groups.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + ClaimGroupPage.Size - 1) / ClaimGroupPage.Size));
        return new(await GroupedClaims.ListAsync(groups, (shown - 1) * ClaimGroupPage.Size, ClaimGroupPage.Size, ct), total, shown);
    }

    private static async Task<IEnumerable<ClaimsOfKind>> KindsAsync(IQueryable<TraceClaimRow> claims, bool isBy, CancellationToken ct)
    {
        // A claim about a list of genes has a row for each of them.
        var counted = await claims.Select(c => new { c.TraceNumber, c.Action, c.Kind, c.Sign, c.Mark }).Distinct()
            .GroupBy(c => new { c.Kind, c.Sign, c.Mark }).Select(g => new { g.Key.Kind, g.Key.Sign, g.Key.Mark, Count = g.Count() })
            .ToListAsync(ct);
        return counted.GroupBy(c => c.Kind).Select(g => new ClaimsOfKind(
            g.Key, isBy, ClaimMarks.Counts([.. g.Select(c => (c.Mark, c.Count))]), g.Where(c => c.Sign > 0).Sum(c => c.Count),
            g.Where(c => c.Sign < 0).Sum(c => c.Count))).OrderByDescending(k => k.Counts.Claims);
    }

    private async Task<(ImmutableArray<Contradiction> Shown, int All)> ContradictionsAsync(CancellationToken ct)
    {
        var around = All;
        var opposed = around.GroupBy(c => new { c.Kind, c.Actor, c.Target })
            .Select(g => new
            {
                g.Key.Kind,
                g.Key.Actor,
                g.Key.Target,
                Rising = g.Count(c => c.Sign > 0),
                Falling = g.Count(c => c.Sign < 0),
                All = g.Count(),
            }).Where(g => g.Rising > 0 && g.Falling > 0);
        var keys = await opposed.OrderByDescending(g => g.All).ThenBy(g => g.Target).ThenBy(g => g.Actor).Take(Shown).ToListAsync(ct);
        var (targets, actors) = (keys.Select(k => k.Target).Distinct().ToArray(), keys.Select(k => k.Actor).Distinct().ToArray());
        var sides = keys.Count == 0 ? [] : await GroupedClaims.ListAsync(GroupedClaims.By(around.Where(
            c => c.Sign != 0 && targets.Contains(c.Target) && actors.Contains(c.Actor))), 0, MostGroups, ct);
        var judged = GroupedClaims.By(around).Where(g => g.Direct + g.Elsewhere > 0 && g.Refuted + g.Disputed > 0);
        var bothWays = await GroupedClaims.ListAsync(judged, 0, Shown, ct);
        var all = await opposed.CountAsync(ct) + await judged.CountAsync(ct);
        var found = from key in keys
                    let of = sides.Where(g => (g.Content.Kind, g.Content.Actor, g.Content.Target) == (key.Kind, key.Actor, key.Target))
                    let rising = of.FirstOrDefault(g => g.Content.Sign > 0)
                    let falling = of.FirstOrDefault(g => g.Content.Sign < 0)
                    where rising is not null && falling is not null
                    select new Contradiction(rising, falling);
        return (await NamedAsync([.. found, .. bothWays.Select(g => new Contradiction(g, null))], ct), all);
    }

    /// <summary>With the name of a trace that makes each.</summary>
    private async Task<ImmutableArray<Contradiction>> NamedAsync(ImmutableArray<Contradiction> found, CancellationToken ct)
    {
        var numbers = found.SelectMany(c => (int[])[c.One.Latest, c.Other?.Latest ?? 0]).Distinct().ToArray();
        var names = await db.Traces.Where(t => numbers.Contains(t.Number))
            .Select(t => new { t.Number, t.Compound, t.CellLine }).ToDictionaryAsync(
                t => t.Number, t => t.CellLine is null ? t.Compound : $"{t.Compound} in {t.CellLine}", ct);
        ClaimGroup Named(ClaimGroup group) => group with { LatestName = names.GetValueOrDefault(group.Latest) };
        return [.. found.Select(c => new Contradiction(Named(c.One), c.Other is null ? null : Named(c.Other)))];
    }
}
