using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace VcrPortal.Web.Features.Traces.Browse;

internal sealed record Counted(string Value, int Count);

/// <summary>Traces with any claim of each verdict.</summary>
internal sealed record VerdictSums(int Supported, int Elsewhere, int Refuted, int Disputed, int Undecided, int Untested)
{
    public static VerdictSums None { get; } = new(0, 0, 0, 0, 0, 0);
}

/// <summary>What a trace is counted by.</summary>
internal sealed record FacetFacts(
    string Compound, string? Line, string? Organ, string Engine, string Kinds, int Direct, int Elsewhere, int Refuted, int Disputed,
    int Undetermined, int NotTestable)
{
    public static readonly Expression<Func<TraceRow, FacetFacts>> Of = t => new FacetFacts(
        t.Compound, t.CellLine, t.Organ, t.Engine, t.Kinds, t.Direct, t.Elsewhere, t.Refuted, t.Disputed, t.Undetermined, t.NotTestable);
}

/// <summary>How many traces have what.</summary>
/// <param name="Kinds">By the whole set of kinds that a trace uses.</param>
internal sealed record FacetCounts(
    ImmutableArray<Counted> Compounds, ImmutableArray<Counted> Lines, ImmutableArray<Counted> Organs, ImmutableArray<Counted> Engines,
    ImmutableArray<Counted> Kinds, VerdictSums Verdicts)
{
    public static FacetCounts From(IReadOnlyCollection<FacetFacts> facts) => new(
        By(facts, f => f.Compound), By(facts, f => f.Line), By(facts, f => f.Organ), By(facts, f => f.Engine), By(facts, f => f.Kinds),
        new VerdictSums(
            facts.Count(f => f.Direct > 0), facts.Count(f => f.Elsewhere > 0), facts.Count(f => f.Refuted > 0),
            facts.Count(f => f.Disputed > 0), facts.Count(f => f.Undetermined > 0), facts.Count(f => f.NotTestable > 0)));

    /// <summary>A statement a facet, each over the index that begins with it.</summary>
    public static async Task<FacetCounts> OfManyAsync(IQueryable<TraceRow> found, CancellationToken ct)
    {
        var compounds = await CountAsync(found.GroupBy(t => t.Compound), ct);
        var lines = await CountAsync(found.Where(t => t.CellLine != null).GroupBy(t => t.CellLine!), ct);
        var organs = await CountAsync(found.Where(t => t.Organ != null).GroupBy(t => t.Organ!), ct);
        var engines = await CountAsync(found.GroupBy(t => t.Engine), ct);
        var kinds = await CountAsync(found.GroupBy(t => t.Kinds), ct);
        var sums = await found.GroupBy(_ => 1).Select(g => new VerdictSums(
            g.Count(t => t.Direct > 0), g.Count(t => t.Elsewhere > 0), g.Count(t => t.Refuted > 0), g.Count(t => t.Disputed > 0),
            g.Count(t => t.Undetermined > 0), g.Count(t => t.NotTestable > 0))).FirstOrDefaultAsync(ct);
        return new(compounds, lines, organs, engines, kinds, sums ?? VerdictSums.None);
    }

    private static ImmutableArray<Counted> By(IEnumerable<FacetFacts> facts, Func<FacetFacts, string?> of) =>
        [.. facts.Select(of).OfType<string>().CountBy(value => value).Select(pair => new Counted(pair.Key, pair.Value))];

    private static async Task<ImmutableArray<Counted>> CountAsync(IQueryable<IGrouping<string, TraceRow>> groups, CancellationToken ct) =>
        [.. await groups.Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct)];
}
