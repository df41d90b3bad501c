using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Finds traces; withheld ones stay outside, and those that reach no end or of which nothing was checked, unless they are asked
/// for.</summary>
[Requires(Operation.ReadTrace)]
public sealed class SearchTraces(
    IDbContextFactory<PortalDb> databases, ITraceSearch search, UnderstandSearch understand, SearchNames names,
    KnowledgeIndex index)
{
    public const int PageSize = 50;

    /// <summary>Pages beyond are empty: nobody reads so far, and skipping costs the database more with each page.</summary>
    public const int LastPage = 20_000;

    /// <summary>A count ends here: nobody tells 100,001 from a million, and a database counts one by one.</summary>
    public const int MostCounted = 100_000;

    public async Task<TracePageOfResults> RunAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var page = Math.Clamp(query.Page, 1, LastPage);
        var parts = PartsOf(query);
        var found = Find(db, query, parts, caller);
        var total = await found.Select(t => t.Number).Take(MostCounted + 1).CountAsync(ct);
        if (total > MostCounted) found = Find(db, query, parts, caller, isOfMany: true);
        // First which ones, from an index alone; then the wide rows of these.
        var sorted = query.IsTurned ? SortTurned(found, query.Sort) : Sort(found, query.Sort, BestMatch.For(parts, index));
        var numbers = await sorted.Select(t => t.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var items = numbers.Count == 0 ? [] : await db.Traces.Where(t => numbers.Contains(t.Number)).Select(TraceListing.Item)
            .ToDictionaryAsync(i => i.Number, ct);
        return new TracePageOfResults([.. numbers.Where(items.ContainsKey).Select(n => items[n])], total, page, PageSize);
    }

    /// <summary>What a list of this search does not show.</summary>
    public async Task<LeftOut> CountLeftOutAsync(TraceQuery query, Caller caller, CancellationToken ct) => new(
        query.WithTooLittle ? 0 : await CountTooLittleAsync(query, caller, ct), await CountWithheldAsync(query, caller, ct));

    /// <summary>How many of them the publication rule withheld; 0 where the search names a state or a trace, for it lists them
    /// itself.</summary>
    public async Task<int> CountWithheldAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        var parts = PartsOf(query);
        if (parts.Any(IsExact)) return 0;
        await using var db = await databases.CreateDbContextAsync(ct);
        var withheld = db.Traces.VisibleTo(db, caller).Withheld();
        return await parts.Aggregate(withheld, new NarrowTraces(db, search).By).Select(t => t.Number).Take(MostCounted + 1).CountAsync(ct);
    }

    /// <summary>How many more there are that reach no measurable end, or of which nothing was checked.</summary>
    public async Task<int> CountTooLittleAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Find(db, query with { WithTooLittle = true }, caller).WithoutAnEnd().Select(t => t.Number).Take(MostCounted + 1)
            .CountAsync(ct);
    }

    /// <summary>Those of these traces that a text is about, read as in the search box.</summary>
    internal IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, string text) =>
        understand.Run(text).Parts.Aggregate(traces, new NarrowTraces(db, search).By);

    internal IQueryable<TraceRow> Find(PortalDb db, TraceQuery query, Caller caller, bool isOfMany = false) =>
        Find(db, query, PartsOf(query), caller, isOfMany);

    private IQueryable<TraceRow> Find(
        PortalDb db, TraceQuery query, ImmutableArray<SearchPart> parts, Caller caller, bool isOfMany = false)
    {
        var traces = db.Traces.VisibleTo(db, caller);
        // Who names a state or one trace gets it, whatever it is like.
        var isExact = parts.Any(IsExact);
        if (!isExact) traces = traces.Kept();
        if (!isExact && !query.WithTooLittle) traces = traces.WithAnEnd();
        var narrow = new NarrowTraces(db, search, isOfMany);
        return parts.Aggregate(traces, narrow.By);
    }

    private static bool IsExact(SearchPart part) => part is { IsExcluded: false, Field: SearchField.State or SearchField.Trace };

    private ImmutableArray<SearchPart> PartsOf(TraceQuery query) =>
    [
        .. understand.Run(query.Text).Parts,
        .. Named(SearchField.Compound, query.Compound), .. Named(SearchField.CellLine, query.CellLine),
    ];

    /// <summary>A field of its own in the address: a synonym, or another usual way to write it, finds the traces of its
    /// compound.</summary>
    private IEnumerable<SearchPart> Named(SearchField field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) yield break;
        yield return new SearchPart.Entity(names.Find(field, text) ?? new SearchName(field, text, text), true, null, default, false);
    }

    private static IQueryable<TraceRow> Sort(IQueryable<TraceRow> found, TraceSort sort, BestMatch best)
    {
        var sorted = sort switch
        {
            TraceSort.Disputed => found.OrderByDescending(t => t.Against).ThenByDescending(t => t.ChangedAt),
            TraceSort.Discussed => found.OrderByDescending(t => t.Talked).ThenByDescending(t => t.ChangedAt),
            TraceSort.Supported =>
                found.OrderByDescending(t => t.Direct).ThenByDescending(t => t.Supported).ThenByDescending(t => t.ChangedAt),
            TraceSort.Name => found.OrderBy(t => t.Compound).ThenBy(t => t.CellLine),
            TraceSort.Best when !best.OrdersNothing => best.Sort(found).ThenByDescending(t => t.ChangedAt),
            _ => found.OrderByDescending(t => t.ChangedAt),
        };
        return sorted.ThenByDescending(t => t.Number);
    }

    private static IQueryable<TraceRow> SortTurned(IQueryable<TraceRow> found, TraceSort sort) => (sort switch
    {
        TraceSort.Disputed => found.OrderBy(t => t.Against).ThenByDescending(t => t.ChangedAt),
        TraceSort.Discussed => found.OrderBy(t => t.Talked).ThenByDescending(t => t.ChangedAt),
        TraceSort.Supported => found.OrderBy(t => t.Direct).ThenBy(t => t.Supported).ThenByDescending(t => t.ChangedAt),
        TraceSort.Name => found.OrderByDescending(t => t.Compound).ThenByDescending(t => t.CellLine),
        _ => found.OrderBy(t => t.ChangedAt),
    }).ThenByDescending(t => t.Number);
}
