using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <param name="Value">The value as it is typed after the field.</param>
/// <param name="Count">Traces of the search that have it: exact, and only those that the caller may see.</param>
public sealed record FacetValue(string Value, string Label, int Count);

/// <summary>One way to narrow a search.</summary>
/// <param name="Values">The most frequent first.</param>
public sealed record Facet(SearchField Field, string Title, ImmutableArray<FacetValue> Values);

/// <summary>
/// What the traces of a search have in common, counted. Few are read and counted here; of many the database counts each facet over an
/// index, and what it said is kept until the search finds another number of traces, or a newer one.
/// </summary>
[Requires(Operation.ReadTrace)]
public sealed class CountFacets(
    IDbContextFactory<PortalDb> databases, SearchTraces search, KnowledgeIndex index, SearchNames names) : IDisposable
{
    /// <summary>Values of one facet; what is rarer is found by typing.</summary>
    public const int Most = 30;

    /// <summary>Traces whose narrow parts are read at once.</summary>
    private const int Few = 2_000;

    /// <summary>Searches whose counts are kept, some kB each; the least used ones go first.</summary>
    private const int Kept = 500;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>How long the counts of a set are kept that is not counted to its end: nobody can say whether it is the same.</summary>
    private static readonly TimeSpan VastKeptFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _counted = new(new MemoryCacheOptions { SizeLimit = Kept });

    /// <param name="total">What the search found, as <see cref="SearchTraces"/> says it.</param>
    public async Task<ImmutableArray<Facet>> RunAsync(TraceQuery query, int total, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = search.Find(db, query, caller, isOfMany: total > SearchTraces.MostCounted);
        if (total <= Few) return Facets(await FacetCounts.OfFewAsync(found, Few, ct));
        var newest = total > SearchTraces.MostCounted ? default : await found.MaxAsync(t => (DateTime?)t.ChangedAt, ct);
        var key = (query with { Page = 1, Sort = TraceSort.Best }, caller.Key, caller.Role, caller.SharedJob);
        var asked = caller.IsSignedIn || caller.SharedJob != 0 ? key : key with { Key = "" };
        if (_counted.TryGetValue(asked, out (int Total, DateTime? Newest, ImmutableArray<Facet> Facets) kept)
            && (kept.Total, kept.Newest) == (total, newest)) return kept.Facets;
        var facets = Facets(await FacetCounts.OfManyAsync(found, ct));
        _counted.Set(asked, (total, newest, facets), new MemoryCacheEntryOptions
        {
            Size = 1,
            AbsoluteExpirationRelativeToNow = total > SearchTraces.MostCounted ? VastKeptFor : KeptFor,
        });
        return facets;
    }

    public void Dispose() => _counted.Dispose();

    private ImmutableArray<Facet> Facets(FacetCounts counts)
    {
        var closed = Closed(counts.Closed).ToLookup(f => f.Field);
        Facet[] facets =
        [
            .. closed[SearchField.Verdict],
            For(SearchField.Compound, "Compound", counts.Compounds),
            // What a compound hits stands in the tables of knowledge, once for all its traces.
            For(SearchField.Target, "Target", Spread(counts.Compounds, c => index.Compound(c)?.Targets ?? [])),
            For(SearchField.Mechanism, "Mechanism",
                Spread(counts.Compounds, c => index.Compound(c) is { Mechanism: { Length: > 0 } mechanism } ? [mechanism] : [])),
            For(SearchField.CellLine, "Cell line", counts.Lines),
            For(SearchField.Tissue, "Tissue", counts.Organs),
            For(SearchField.End, "Measurable end", Spread(counts.Ends, SetOf).Select(c => c with { Value = names.EndOf(c.Value) })),
            For(SearchField.Primitive, "Kind of claim", Spread(counts.Kinds, SetOf), value => value.Replace('_', ' ')),
            .. closed[SearchField.Judged], .. closed[SearchField.Review], .. closed[SearchField.Votes], .. closed[SearchField.Comments],
            For(SearchField.Engine, "Engine", counts.Engines),
        ];
        return [.. facets.Where(f => !f.Values.IsEmpty)];
    }

    private static IEnumerable<Facet> Closed(ImmutableArray<int> counts)
    {
        var at = 0;
        foreach (var facet in ClosedFacet.All)
            yield return new(facet.Field, facet.Title, [
                .. facet.Values.Select(v => new FacetValue(v.Word, v.Label, counts[at++])).Where(v => v.Count > 0)]);
    }

    private static ImmutableArray<string> SetOf(string bars) => [.. bars.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<Counted> Spread(IEnumerable<Counted> counted, Func<string, ImmutableArray<string>> of) =>
        from one in counted
        from value in of(one.Value)
        group one.Count by value into same
        select new Counted(same.Key, same.Sum());

    private static Facet For(SearchField field, string title, IEnumerable<Counted> counted, Func<string, string>? word = null) =>
        new(field, title, [
            .. counted.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.OrdinalIgnoreCase).Take(Most)
                .Select(c => new FacetValue(c.Value, word?.Invoke(c.Value) ?? c.Value, c.Count))]);
}
