using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>Claims that say the same, counted by the database.</summary>
internal sealed class GroupedClaims
{
    public ClaimKind Kind { get; init; }
    public string Primitive { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Target { get; init; } = "";
    public int Sign { get; init; }
    public string? ActorLabel { get; init; }
    public string? TargetLabel { get; init; }
    public int Traces { get; init; }
    public int Latest { get; init; }
    public int Direct { get; init; }
    public int Elsewhere { get; init; }
    public int Refuted { get; init; }
    public int Disputed { get; init; }
    public int Undetermined { get; init; }
    public int Dependent { get; init; }
    public int SameSource { get; init; }
    public int Untested { get; init; }

    /// <param name="mark">Those alone of which one is judged so, each still with all its traces and verdicts.</param>
    public static IQueryable<GroupedClaims> By(IQueryable<TraceClaimRow> claims, ClaimMark? mark = null)
    {
        var groups = By(claims);
        return mark switch
        {
            ClaimMark.Supported => groups.Where(g => g.Direct > 0),
            ClaimMark.Elsewhere => groups.Where(g => g.Elsewhere > 0),
            ClaimMark.Refuted => groups.Where(g => g.Refuted > 0),
            ClaimMark.Disputed => groups.Where(g => g.Disputed > 0),
            ClaimMark.Undetermined => groups.Where(g => g.Undetermined > 0),
            ClaimMark.Dependent => groups.Where(g => g.Dependent > 0),
            ClaimMark.SameSource => groups.Where(g => g.SameSource > 0),
            null => groups,
            _ => groups.Where(g => g.Untested > 0),
        };
    }

    private static IQueryable<GroupedClaims> By(IQueryable<TraceClaimRow> claims) =>
        claims.GroupBy(c => new { c.Kind, c.Primitive, c.Actor, c.Target, c.Sign }).Select(g => new GroupedClaims
        {
            Kind = g.Key.Kind,
            Primitive = g.Key.Primitive,
            Actor = g.Key.Actor,
            Target = g.Key.Target,
            Sign = g.Key.Sign,
            ActorLabel = g.Min(c => c.ActorLabel),
            TargetLabel = g.Min(c => c.TargetLabel),
            Traces = g.Select(c => c.TraceNumber).Distinct().Count(),
            Latest = g.Max(c => c.TraceNumber),
            Direct = g.Count(c => c.Mark == ClaimMark.Supported),
            Elsewhere = g.Count(c => c.Mark == ClaimMark.Elsewhere),
            Refuted = g.Count(c => c.Mark == ClaimMark.Refuted),
            Disputed = g.Count(c => c.Mark == ClaimMark.Disputed),
            Undetermined = g.Count(c => c.Mark == ClaimMark.Undetermined),
            Dependent = g.Count(c => c.Mark == ClaimMark.Dependent),
            SameSource = g.Count(c => c.Mark == ClaimMark.SameSource),
            Untested = g.Count(c => c.Mark == ClaimMark.NotTestable || c.Mark == ClaimMark.Pending),
        });

    /// <summary>Those that most traces make first.</summary>
    public static async Task<ImmutableArray<ClaimGroup>> ListAsync(
        IQueryable<GroupedClaims> groups, int skip, int take, CancellationToken ct)
    {
        var found = await groups.OrderByDescending(g => g.Traces).ThenBy(g => g.Target).ThenBy(g => g.Actor).ThenBy(g => g.Primitive)
            .ThenBy(g => g.Sign).Skip(skip).Take(take).ToListAsync(ct);
        return [.. found.Select(g => g.Read())];
    }

    private ClaimGroup Read() => new(
        new(Kind, Primitive, Actor, ActorLabel ?? "", Target, TargetLabel ?? "", Sign), Traces,
        new(Direct + Elsewhere, Refuted, Undetermined, Untested, SameSource, Disputed, Dependent, Direct), Latest);
}
