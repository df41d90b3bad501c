using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Batches.Listing;

/// <summary>A page of batches at a time.</summary>
public sealed partial class BatchesGrid
{
    private MudDataGrid<BatchSummary>? _grid;
    private bool _isLoaded;
    private string? _find;
    private BatchStanding? _standing;

    [Inject] private ListBatches Batches { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private bool IsNarrowed => !string.IsNullOrWhiteSpace(_find) || _standing is not null;

    private async Task<GridData<BatchSummary>> LoadAsync(GridState<BatchSummary> state, CancellationToken ct)
    {
        var sort = state.SortDefinitions.FirstOrDefault();
        var query = new BatchQuery(
            _find, _standing, SortOf(_grid?.RenderedColumns.FirstOrDefault(c => c.PropertyName == sort?.SortBy)?.Title),
            sort?.Descending == true, state.Page + 1, state.PageSize);
        var found = await Batches.RunAsync(query, Caller.From((await Identity).User), ct);
        _isLoaded = true;
        return new() { Items = found.Items, TotalItems = found.Total };
    }

    internal static BatchSort SortOf(string? title) => title switch
    {
        "Batch" => BatchSort.Title,
        "Records" => BatchSort.Records,
        "Started" => BatchSort.Started,
        _ => BatchSort.Newest,
    };

    private static BatchStanding StandingOf(BatchSummary batch) => batch.StoppedAt is not null ? BatchStanding.Stopped
        : batch.FinishedAt is null && batch.Queued + batch.Running > 0 ? BatchStanding.Running : BatchStanding.Finished;

    private Task FindAsync(string? find) => NarrowAsync(find, _standing);

    private Task ChooseAsync(BatchStanding? standing) => NarrowAsync(_find, standing);

    private Task ClearAsync() => NarrowAsync(null, null);

    private async Task NarrowAsync(string? find, BatchStanding? standing)
    {
        (_find, _standing) = (find, standing);
        await _grid!.ReloadServerData();
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
