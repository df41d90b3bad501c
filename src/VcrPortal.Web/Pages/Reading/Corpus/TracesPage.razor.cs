using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Grid;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Reading.Corpus;

/// <summary>Browse and search. The address is the search.</summary>
public sealed partial class TracesPage
{
    private TracePageOfResults _found = new([], 0, 1, SearchTraces.PageSize);
    private UnderstoodSearch _read = UnderstoodSearch.Nothing;
    private ImmutableArray<Facet> _facets = [];
    private readonly List<(string Without, TraceQuery Query, int Total)> _alternatives = [];
    private readonly List<(string Instead, TraceQuery Query)> _meant = [];

    // Each is a search of its own.
    private const int MostAlternatives = 6;

    private LeftOut _leftOut = LeftOut.Nothing;
    private int _heldBack;

    [Inject] private SearchTraces Search { get; set; } = null!;
    [Inject] private FindHeldBack HeldBack { get; set; } = null!;
    [Inject] private CountFacets CountFacets { get; set; } = null!;
    [Inject] private UnderstandSearch Understand { get; set; } = null!;
    [Inject] private SearchNames Names { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Q { get; set; }
    [SupplyParameterFromQuery] private string? Compound { get; set; }
    [SupplyParameterFromQuery] private string? Line { get; set; }
    [SupplyParameterFromQuery] private string? Page { get; set; }
    [SupplyParameterFromQuery] private string? All { get; set; }
    [SupplyParameterFromQuery] private string? Sort { get; set; }
    /// <summary><c>table</c> for a table; for those who are signed in one with columns to choose from.</summary>
    [SupplyParameterFromQuery] private string? View { get; set; }
    /// <summary>The order of the table: <c>up</c> or <c>down</c>.</summary>
    [SupplyParameterFromQuery] private string? Order { get; set; }
    /// <summary>The columns that the table shows.</summary>
    [SupplyParameterFromQuery] private string? Columns { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);
    private bool IsTable => View == "table";

    /// <summary>A table that holds a circuit.</summary>
    private bool IsGrid => IsTable && Caller.IsSignedIn;

    private bool IsTurned => IsTable && GridAddress.IsTurned(Query.Sort, Order);

    private TraceQuery Query => new(
        QueryParameter.Search(Q), QueryParameter.Text(Compound), QueryParameter.Text(Line), QueryParameter.Page(Page), All == "true",
        QueryParameter.Word<TraceSort>(Sort));

    private bool HasQuery => Query with { Page = 1, WithTooLittle = false, Sort = TraceSort.Best } != new TraceQuery();
    private int First => (_found.Page - 1) * _found.PageSize + 1;

    private int LastPage => (_found.Total + _found.PageSize - 1) / _found.PageSize;

    private string LaunchLink => PortalUrls.WithQuery(PortalUrls.Launch, ("compound", Query.Compound ?? LabelOf(SearchField.Compound)),
        ("line", Query.CellLine ?? LabelOf(SearchField.CellLine)));

    protected override async Task OnInitializedAsync()
    {
        _read = Understand.Run(Query.Text);
        _found = await Search.RunAsync(Query with { IsTurned = IsTurned }, Caller, Request.RequestAborted);
        _leftOut = await Search.CountLeftOutAsync(Query, Caller, Request.RequestAborted);
        _heldBack = await HeldBack.CountAsync(Caller, Request.RequestAborted);
        if (!_found.Items.IsEmpty) _facets = await CountFacets.RunAsync(Query, _found.Total, Caller, Request.RequestAborted);
        else if (HasQuery) await OfferOthersAsync();
    }

    /// <summary>Where nothing is found: what may be meant, and what there is without one part.</summary>
    private async Task OfferOthersAsync()
    {
        foreach (var part in _read.Parts)
            if (part is SearchPart.InText && Names.Nearest(part.Label) is { } near
                && !near.Label.Equals(part.Label, StringComparison.OrdinalIgnoreCase))
                _meant.Add((near.Label, Query with { Text = _read.Instead(part, near.Label), Page = 1 }));
        await OfferOtherReadingsAsync();
        foreach (var (without, query) in Narrower().Take(MostAlternatives))
            _alternatives.Add(
                (without, query, query == new TraceQuery() ? 0 : (await Search.RunAsync(query, Caller, Request.RequestAborted)).Total));
    }

    /// <summary>One of two compounds that no trace has both, and the trace of a revision that is not there.</summary>
    private async Task OfferOtherReadingsAsync()
    {
        List<(string Instead, string Text)> others = [
            .. from part in _read.Parts.OfType<SearchPart.OneTrace>()
               where part is { Revision: not null, IsExcluded: false }
               select (PortalUrls.Accession(part.Number), _read.Instead(part, PortalUrls.Accession(part.Number)))];
        foreach (var field in (SearchField[])[SearchField.Compound, SearchField.CellLine])
            if (_read.AsAlternatives(field) is var (instead, text)) others.Add((instead, text));
        foreach (var (instead, text) in others)
            if (Query with { Text = text, Page = 1 } is var query
                && (await Search.RunAsync(query, Caller, Request.RequestAborted)).Total > 0) _meant.Add((instead, query));
    }

    /// <summary>The query with one part left out, for each part that it has.</summary>
    private IEnumerable<(string Without, TraceQuery Query)> Narrower()
    {
        var query = Query with { Page = 1 };
        foreach (var part in _read.Parts)
            yield return (part.Label, query with { Text = _read.Without(part) is { Length: > 0 } rest ? rest : null });
        if (query.Compound is not null) yield return (query.Compound, query with { Compound = null });
        if (query.CellLine is not null) yield return (query.CellLine, query with { CellLine = null });
    }

    private (int Trace, int Revision)? Asked =>
        _read.Parts.OfType<SearchPart.OneTrace>().FirstOrDefault(p => p is { IsExcluded: false, Revision: not null }) is { } one
            ? (one.Number, one.Revision!.Value) : null;

    private string? OrderOfTable => Order is GridAddress.Up or GridAddress.Down ? Order : null;
    private string? ColumnsOfTable => GridAddress.ColumnsWithout(GridAddress.HiddenIn(Columns));

    private string? LabelOf(SearchField field) =>
        _read.Parts.OfType<SearchPart.Entity>().FirstOrDefault(p => p.Field == field && !p.IsExcluded)?.Label;

    private string FeedLink =>
        PortalUrls.Search(Query.Text, Query.Compound, Query.CellLine)
            .Replace(PortalUrls.Traces, PortalUrls.TracesFeed, StringComparison.Ordinal);

    private static string Count(int number) => ListText.Count(number);

    private string LinkTo(TraceQuery query) => LinkTo(query, IsTable);

    private string LinkTo(TraceQuery query, bool isTable) =>
        isTable ? PortalUrls.WithQuery(ListOf(query), ("view", "table"), ("order", OrderOfTable), ("columns", ColumnsOfTable))
            : ListOf(query);

    /// <summary>The first page of the table in an order.</summary>
    private string LinkInOrder(TraceSort sort, bool isTurned) => PortalUrls.WithQuery(
        ListOf(Query with { Sort = sort, Page = 1 }), ("view", "table"), ("order", isTurned ? GridAddress.OrderOf(sort, true) : null),
        ("columns", ColumnsOfTable));

    private static string ListOf(TraceQuery query) => PortalUrls.Search(
        query.Text, query.Compound, query.CellLine, query.Page, query.WithTooLittle,
        query.Sort == TraceSort.Best ? null : query.Sort.ToString().ToLowerInvariant());
}
