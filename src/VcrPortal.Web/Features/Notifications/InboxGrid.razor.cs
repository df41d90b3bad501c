using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>A page of the inbox at a time, newest first.</summary>
public sealed partial class InboxGrid
{
    private MudDataGrid<InboxItem>? _grid;
    private bool _isLoaded;
    private string? _find;
    private NotificationKind? _kind;

    [Parameter] public bool UnreadOnly { get; set; }
    [Inject] private ReadInbox Inbox { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private bool IsNarrowed => !string.IsNullOrWhiteSpace(_find) || _kind is not null;

    private async Task<GridData<InboxItem>> LoadAsync(GridState<InboxItem> state, CancellationToken ct)
    {
        var query = new InboxQuery(
            UnreadOnly, _kind, _find, state.SortDefinitions.FirstOrDefault() is { Descending: false }, state.Page + 1, state.PageSize);
        _isLoaded = true;
        return await Inbox.RunAsync(query, Caller.From((await Identity).User), ct) is { } found
            ? new() { Items = found.Items, TotalItems = found.Total }
            : new() { Items = [], TotalItems = 0 };
    }

    private Task FindAsync(string? find) => NarrowAsync(find, _kind);

    private Task ChooseAsync(NotificationKind? kind) => NarrowAsync(_find, kind);

    private Task ClearAsync() => NarrowAsync(null, null);

    private async Task NarrowAsync(string? find, NotificationKind? kind)
    {
        (_find, _kind) = (find, kind);
        await _grid!.ReloadServerData();
    }
}
