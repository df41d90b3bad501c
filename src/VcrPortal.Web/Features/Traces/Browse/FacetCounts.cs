using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace VcrPortal.Web.Features.Traces.Browse;

internal sealed record Counted(string Value, int Count);

/// <summary>What a trace is counted by, where the values are not known beforehand.</summary>
internal sealed record FacetFacts(string Compound, string? Line, string? Organ, string Engine, string Kinds, string Ends)
{
    public static readonly Expression<Func<TraceRow, FacetFacts>> Of =
        t => new FacetFacts(t.Compound, t.CellLine, t.Organ, t.Engine, t.Kinds, t.Ends);
}

/// <summary>How many traces have what.</summary>
/// <param name="Kinds">Counted by the whole set of kinds that a trace uses.</param>
/// <param name="Ends">Likewise.</param>
/// <param name="Closed">The counts of the values of <see cref="ClosedFacet.All"/>, one after the other.</param>
internal sealed record FacetCounts(
    ImmutableArray<Counted> Compounds, ImmutableArray<Counted> Lines, ImmutableArray<Counted> Organs, ImmutableArray<Counted> Engines,
    ImmutableArray<Counted> Kinds, ImmutableArray<Counted> Ends, ImmutableArray<int> Closed)
{
    private static readonly ImmutableArray<ClosedValue> ClosedValues = [.. ClosedFacet.All.SelectMany(f => f.Values)];

    private static readonly Expression<Func<IGrouping<int, TraceRow>, int[]>> ClosedSums = SumsOfClosed();

    /// <summary>Few traces: their narrow parts are read and counted here.</summary>
    public static async Task<FacetCounts> OfFewAsync(IQueryable<TraceRow> found, int most, CancellationToken ct)
    {
        var facts = await found.Take(most).Select(FacetFacts.Of).ToListAsync(ct);
        return new(
            By(facts, f => f.Compound), By(facts, f => f.Line), By(facts, f => f.Organ), By(facts, f => f.Engine),
            By(facts, f => f.Kinds), By(facts, f => f.Ends), await CountClosedAsync(found, ct));
    }

    /// <summary>A statement a facet, each over the index that begins with it.</summary>
    public static async Task<FacetCounts> OfManyAsync(IQueryable<TraceRow> found, CancellationToken ct) => new(
        await CountAsync(found.GroupBy(t => t.Compound), ct),
        await CountAsync(found.Where(t => t.CellLine != null).GroupBy(t => t.CellLine!), ct),
        await CountAsync(found.Where(t => t.Organ != null).GroupBy(t => t.Organ!), ct),
        await CountAsync(found.GroupBy(t => t.Engine), ct), await CountAsync(found.GroupBy(t => t.Kinds), ct),
        await CountAsync(found.GroupBy(t => t.Ends), ct), await CountClosedAsync(found, ct));

    /// <summary>All of them in one pass.</summary>
    private static async Task<ImmutableArray<int>> CountClosedAsync(IQueryable<TraceRow> found, CancellationToken ct) =>
        [.. await found.GroupBy(_ => 1).Select(ClosedSums).FirstOrDefaultAsync(ct) ?? new int[ClosedValues.Length]];

    private static Expression<Func<IGrouping<int, TraceRow>, int[]>> SumsOfClosed()
    {
        var all = Expression.Parameter(typeof(IGrouping<int, TraceRow>), "all");
        var sums = ClosedValues.Select(v => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(TraceRow)], all, v.Has));
        return Expression.Lambda<Func<IGrouping<int, TraceRow>, int[]>>(Expression.NewArrayInit(typeof(int), sums), all);
    }

    private static ImmutableArray<Counted> By(IEnumerable<FacetFacts> facts, Func<FacetFacts, string?> of) =>
        [.. facts.Select(of).OfType<string>().CountBy(value => value).Select(pair => new Counted(pair.Key, pair.Value))];

    private static async Task<ImmutableArray<Counted>> CountAsync(IQueryable<IGrouping<string, TraceRow>> groups, CancellationToken ct) =>
        [.. await groups.Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct)];
}
