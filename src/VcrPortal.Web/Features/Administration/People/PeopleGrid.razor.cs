using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Features.Administration.People;

/// <summary>Roles and quotas. Each change carries what its administrator saw, so that of two who change one thing at once both
/// hear of it.</summary>
public sealed partial class PeopleGrid
{
    private static readonly PortalRole[] Roles = [.. Enum.GetValues<PortalRole>().Where(r => r >= PortalRole.Contributor)];

    private MudDataGrid<AccountListItem>? _grid;
    private bool _isLoaded;
    private string? _find;
    private string? _refusal;
    private DoneNotice? _done;

    [Inject] private ListAccounts Accounts { get; set; } = null!;
    [Inject] private ChangeQuota Quota { get; set; } = null!;
    [Inject] private IServiceScopeFactory Scopes { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private async Task<GridData<AccountListItem>> LoadAsync(GridState<AccountListItem> state, CancellationToken ct)
    {
        var sort = state.SortDefinitions.FirstOrDefault();
        var query = new AccountQuery(
            _find, SortOf(_grid?.RenderedColumns.FirstOrDefault(c => c.PropertyName == sort?.SortBy)?.Title), sort?.Descending == true,
            state.Page + 1, state.PageSize);
        _isLoaded = true;
        return await Accounts.RunAsync(query, await CallerAsync(), ct) is { } found
            ? new() { Items = found.Items, TotalItems = found.Total }
            : new() { Items = [], TotalItems = 0 };
    }

    private static AccountSort SortOf(string? title) => title switch
    {
        "Since" => AccountSort.Since,
        "Role" => AccountSort.Role,
        _ => AccountSort.Name,
    };

    private async Task FindAsync(string? find)
    {
        _find = find;
        await _grid!.ReloadServerData();
    }

    private async Task ChangeRoleAsync(AccountListItem account, PortalRole role)
    {
        // The verb works on Identity's store, which tracks what it read: a circuit is too long a life for that.
        await using var scope = Scopes.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeRole>()
            .RunAsync(account.Key, account.Role, role, await CallerAsync(), CancellationToken.None);
        await SayAsync(PeopleText.For(outcome, account.Name, role), $"{account.Name} is {role} now.");
    }

    private async Task ChangeQuotaAsync(AccountListItem account, int? quota)
    {
        if (quota == account.LaunchQuota) return;
        var outcome = await Quota.RunAsync(account.Key, account.LaunchQuota, quota, await CallerAsync(), CancellationToken.None);
        var jobs = quota is { } most ? string.Create(CultureInfo.InvariantCulture, $"{most} jobs at once") : "the default of jobs at once";
        await SayAsync(PeopleText.For(outcome, account.Name), $"{account.Name} may have {jobs}.");
    }

    /// <summary>A refusal stays on the page; what was done is said and goes.</summary>
    private async Task SayAsync(string? refusal, string done)
    {
        _refusal = refusal;
        if (refusal is null) _done?.Say(done);
        await _grid!.ReloadServerData();
    }

    private async Task<Caller> CallerAsync() => Caller.From((await Identity).User);
}
