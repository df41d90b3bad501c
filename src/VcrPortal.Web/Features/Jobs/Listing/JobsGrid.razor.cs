using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>A page of jobs at a time; what stands in the boxes outlives the circuit.</summary>
public sealed partial class JobsGrid
{
    private MudDataGrid<JobSummary>? _grid;
    private bool _isLoaded;
    private string? _find;
    private JobState? _state;

    /// <summary>Not those of batches.</summary>
    [Parameter] public bool OneByOne { get; set; }
    [Inject] private ListJobs Jobs { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private bool IsNarrowed => !string.IsNullOrWhiteSpace(_find) || _state is not null;

    private async Task<GridData<JobSummary>> LoadAsync(GridState<JobSummary> state, CancellationToken ct)
    {
        var sort = state.SortDefinitions.FirstOrDefault();
        var query = new JobQuery(State: _state, Page: state.Page + 1, PageSize: state.PageSize, OneByOne: OneByOne, Find: _find)
        {
            Sort = SortOf(_grid?.RenderedColumns.FirstOrDefault(c => c.PropertyName == sort?.SortBy)?.Title),
            Descending = sort?.Descending == true,
        };
        var found = await Jobs.RunAsync(query, Caller.From((await Identity).User), ct);
        _isLoaded = true;
        return new() { Items = found.Items, TotalItems = found.Total };
    }

    private static JobSort SortOf(string? title) => title switch
    {
        "Job" => JobSort.Title,
        "State" => JobSort.State,
        "When" => JobSort.Finished,
        _ => JobSort.Newest,
    };

    private Task FindAsync(string? find) => NarrowAsync(find, _state);

    private Task ChooseAsync(JobState? state) => NarrowAsync(_find, state);

    private Task ClearAsync() => NarrowAsync(null, null);

    private async Task NarrowAsync(string? find, JobState? state)
    {
        (_find, _state) = (find, state);
        await _grid!.ReloadServerData();
    }
}
