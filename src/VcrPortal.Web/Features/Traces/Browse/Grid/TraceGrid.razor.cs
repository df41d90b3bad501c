using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse.Grid;

/// <summary>A page of traces at a time. What is chosen stays chosen on other pages and in another order.</summary>
public sealed partial class TraceGrid
{
    private MudDataGrid<TraceListItem>? _grid;
    private bool _isLoaded;
    private ImmutableSortedSet<int> _chosen = [];
    private ImmutableArray<int> _page = [];
    private FrozenSet<string> _hidden = [];
    private (TraceSort Sort, bool IsTurned) _order;
    private int _at = 1;
    private string _address = "";

    /// <summary>The search, as the address of the page says it.</summary>
    [Parameter] public string? Text { get; set; }
    [Parameter] public string? Compound { get; set; }
    [Parameter] public string? CellLine { get; set; }
    [Parameter] public bool WithTooLittle { get; set; }
    /// <summary>How the table stands, as the address of the page says it.</summary>
    [Parameter] public TraceSort Sort { get; set; }
    [Parameter] public string? Order { get; set; }
    [Parameter] public string? Columns { get; set; }
    /// <summary>Counted from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;
    [Inject] private SearchTraces Search { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private IEnumerable<string> Keys => _chosen.Select(PortalUrls.Accession);

    private bool IsPageChosen => !_page.IsEmpty && _page.All(_chosen.Contains);

    /// <summary>How the table stands is in the address, so that a reload, a way back and whoever is sent it have it.</summary>
    private string Address
    {
        get
        {
            var order = GridAddress.OrderOf(_order.Sort, _order.IsTurned);
            var list = PortalUrls.Search(
                Text, Compound, CellLine, _at, WithTooLittle, order is null ? null : _order.Sort.ToString().ToLowerInvariant());
            return PortalUrls.WithQuery(
                list, ("view", "table"), ("order", order), ("columns", GridAddress.ColumnsWithout(_hidden)));
        }
    }

    protected override void OnInitialized()
    {
        _hidden = GridAddress.HiddenIn(Columns);
        _order = (Sort, GridAddress.IsTurned(Sort, Order));
        _at = Page;
        _address = Address;
    }

    /// <returns>Null for a column that the rows are not sorted by.</returns>
    private string? OrderOf(string column) =>
        GridAddress.SortOf(column) == _order.Sort ? GridAddress.OrderOf(_order.Sort, _order.IsTurned) : null;

    private async Task SortAsync(string column)
    {
        _order = GridAddress.Pressed(column, _order.Sort, _order.IsTurned);
        if (_grid is null) return;
        if (_at > 1) _grid.NavigateTo(MudBlazor.Page.First);
        else await _grid.ReloadServerData();
    }

    private async Task<GridData<TraceListItem>> LoadAsync(GridState<TraceListItem> state, CancellationToken ct)
    {
        _at = state.Page + 1;
        var query = new TraceQuery(Text, Compound, CellLine, _at, WithTooLittle, _order.Sort) { IsTurned = _order.IsTurned };
        var found = await Search.RunAsync(query, Caller.From((await Identity).User), ct);
        _page = [.. found.Items.Select(t => t.Number)];
        await KeepAsync();
        _isLoaded = true;
        return new() { Items = found.Items, TotalItems = found.Total };
    }

    private async Task KeepAsync()
    {
        if (Address is var now && now == _address) return;
        _address = now;
        await Script.InvokeVoidAsync("history.replaceState", null, "", now);
    }

    private void Choose(int trace) => _chosen = _chosen.Contains(trace) ? _chosen.Remove(trace) : _chosen.Add(trace);

    private void ChoosePage() => _chosen = IsPageChosen ? _chosen.Except(_page) : _chosen.Union(_page);

    private Task ToggleAsync(string column)
    {
        _hidden = (_hidden.Contains(column) ? _hidden.Where(c => c != column) : _hidden.Append(column)).ToFrozenSet();
        return KeepAsync();
    }
}
