using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse.Grid;

/// <summary>A page of traces at a time. What is chosen stays chosen on other pages and in another order.</summary>
public sealed partial class TraceGrid
{
    private const string Finding = "Finding", Tissue = "Tissue", Supported = "Supported claims", Against = "Against", Engine = "Engine",
        Changed = "Changed";

    private static readonly ImmutableArray<string> Choosable = [Finding, Tissue, Supported, Against, Engine, Changed];

    private MudDataGrid<TraceListItem>? _grid;
    private ImmutableSortedSet<int> _chosen = [];
    private ImmutableArray<int> _page = [];
    private FrozenSet<string> _hidden = FrozenSet.Create(Tissue, Engine);

    /// <summary>The search, as the address of the page says it.</summary>
    [Parameter] public string? Text { get; set; }
    [Parameter] public string? Compound { get; set; }
    [Parameter] public string? CellLine { get; set; }
    [Parameter] public bool WithTooLittle { get; set; }
    [Inject] private SearchTraces Search { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private IEnumerable<string> Keys => _chosen.Select(PortalUrls.Accession);

    private bool IsPageChosen => !_page.IsEmpty && _page.All(_chosen.Contains);

    private async Task<GridData<TraceListItem>> LoadAsync(GridState<TraceListItem> state, CancellationToken ct)
    {
        var sorted = state.SortDefinitions.FirstOrDefault();
        var (sort, isTurned) = OrderOf(
            _grid?.RenderedColumns.FirstOrDefault(c => c.PropertyName == sorted?.SortBy)?.Title, sorted?.Descending == true);
        var query = new TraceQuery(Text, Compound, CellLine, state.Page + 1, WithTooLittle, sort) { IsTurned = isTurned };
        var found = await Search.RunAsync(query, Caller.From((await Identity).User), ct);
        _page = [.. found.Items.Select(t => t.Number)];
        return new() { Items = found.Items, TotalItems = found.Total };
    }

    /// <summary>The orders of lists put the most first: a column that rises turns them round.</summary>
    internal static (TraceSort Sort, bool IsTurned) OrderOf(string? column, bool isDescending) => column switch
    {
        "Trace" => (TraceSort.Name, isDescending),
        Supported => (TraceSort.Supported, !isDescending),
        Against => (TraceSort.Disputed, !isDescending),
        Changed => (TraceSort.Newest, !isDescending),
        _ => (TraceSort.Best, false),
    };

    private void Choose(int trace) => _chosen = _chosen.Contains(trace) ? _chosen.Remove(trace) : _chosen.Add(trace);

    private void ChoosePage() => _chosen = IsPageChosen ? _chosen.Except(_page) : _chosen.Union(_page);

    private void Toggle(string column) =>
        _hidden = (_hidden.Contains(column) ? _hidden.Where(c => c != column) : _hidden.Append(column)).ToFrozenSet();
}
