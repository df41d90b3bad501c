using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <param name="Value">As it is typed after the field.</param>
/// <param name="Count">Traces of the search that have it: exact, and only those that the caller may see.</param>
public sealed record FacetValue(string Value, string Label, int Count);

/// <summary>One way to narrow a search.</summary>
/// <param name="Values">The most frequent first.</param>
public sealed record Facet(SearchField Field, string Title, ImmutableArray<FacetValue> Values);

/// <summary>What the traces of a search have in common, counted.</summary>
[Requires(Operation.ReadTrace)]
public sealed class CountFacets(IDbContextFactory<PortalDb> databases, SearchTraces search, KnowledgeIndex names)
{
    /// <summary>Values of one facet; what is rarer is found by typing.</summary>
    public const int Most = 30;

    public async Task<ImmutableArray<Facet>> RunAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = search.Find(db, query, caller);
        var compounds = await found.GroupBy(t => t.Compound).Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct);
        var lines = await found.Where(t => t.CellLine != null).GroupBy(t => t.CellLine!)
            .Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct);
        var organs = await found.Where(t => t.Organ != null).GroupBy(t => t.Organ!)
            .Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct);
        var engines = await found.GroupBy(t => t.Engine).Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct);
        var kinds = await KindsAsync(db, found, ct);
        Facet[] facets =
        [
            await VerdictsAsync(found, ct),
            Of(SearchField.Compound, "Compound", compounds),
            // What a compound hits stands in the tables of knowledge, once for all its traces.
            Of(SearchField.Target, "Target", Spread(compounds, c => names.Compound(c)?.Targets ?? [])),
            Of(SearchField.Mechanism, "Mechanism",
                Spread(compounds, c => names.Compound(c) is { Mechanism: { Length: > 0 } mechanism } ? [mechanism] : [])),
            Of(SearchField.CellLine, "Cell line", lines),
            Of(SearchField.Tissue, "Tissue", organs),
            Of(SearchField.Primitive, "Kind of claim", kinds, value => value.Replace('_', ' ')),
            Of(SearchField.Engine, "Engine", engines),
        ];
        return [.. facets.Where(f => !f.Values.IsEmpty)];
    }

    private sealed record Counted(string Value, int Count);

    private static async Task<List<Counted>> KindsAsync(PortalDb db, IQueryable<TraceRow> found, CancellationToken ct) =>
        await db.TraceTerms.Where(t => t.Kind == TermKind.Primitive).Join(found, term => term.TraceNumber, t => t.Number, (term, _) => term)
            .GroupBy(term => term.Folded).Select(g => new Counted(g.Key, g.Count())).ToListAsync(ct);

    private static async Task<Facet> VerdictsAsync(IQueryable<TraceRow> found, CancellationToken ct)
    {
        var sums = await found.GroupBy(_ => 1).Select(g => new
        {
            Supported = g.Count(t => t.Direct > 0),
            Elsewhere = g.Count(t => t.Supported > t.Direct),
            Refuted = g.Count(t => t.Refuted > 0),
            Disputed = g.Count(t => t.Disputed > 0),
            Undecided = g.Count(t => t.Undetermined > 0),
            Untested = g.Count(t => t.NotTestable > 0),
        }).FirstOrDefaultAsync(ct);
        FacetValue[] values = sums is null ? [] :
        [
            new(VerdictFacet.Supported, "Supported directly", sums.Supported),
            new(VerdictFacet.Elsewhere, "Supported elsewhere", sums.Elsewhere),
            new(VerdictFacet.Contradicted, "Contradicted", sums.Refuted), new(VerdictFacet.Disputed, "Disputed", sums.Disputed),
            new(VerdictFacet.Undecided, "Not decided", sums.Undecided), new(VerdictFacet.Untested, "No test available", sums.Untested),
        ];
        return new(SearchField.Verdict, "Verdict on any claim", [.. values.Where(v => v.Count > 0)]);
    }

    private static IEnumerable<Counted> Spread(IEnumerable<Counted> compounds, Func<string, ImmutableArray<string>> of) =>
        from compound in compounds
        from value in of(compound.Value)
        group compound.Count by value into same
        select new Counted(same.Key, same.Sum());

    private static Facet Of(SearchField field, string title, IEnumerable<Counted> counted, Func<string, string>? word = null) =>
        new(field, title, [
            .. counted.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.OrdinalIgnoreCase).Take(Most)
                .Select(c => new FacetValue(c.Value, word?.Invoke(c.Value) ?? c.Value, c.Count))]);
}
