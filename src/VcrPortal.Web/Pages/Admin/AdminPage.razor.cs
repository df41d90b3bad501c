using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Admin;

/// <summary>Roles and quotas. Each form carries what its administrator saw, so that two who change one thing at once both hear of
/// it.</summary>
public sealed partial class AdminPage
{
    private static readonly PortalRole[] Roles = [.. Enum.GetValues<PortalRole>().Where(r => r >= PortalRole.Contributor)];

    private (ImmutableArray<AccountListItem> Items, int Total)? _list;
    private string? _refusal;

    [Inject] private ListAccounts Accounts { get; set; } = null!;
    [Inject] private ChangeRole Role { get; set; } = null!;
    [Inject] private ChangeQuota Quota { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Page { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    protected override async Task OnInitializedAsync()
    {
        _list = await Accounts.RunAsync(QueryParameter.Page(Page), Caller, Request.RequestAborted);
        if (_list is null) Navigation.NotFound();
    }

    private async Task ChangeRoleAsync(AccountListItem account)
    {
        if (!Enum.TryParse<PortalRole>(Request.Request.Form["Role"], out var role)
            || !Enum.TryParse<PortalRole>(Request.Request.Form["Was"], out var was)) return;
        _refusal = await Role.RunAsync(account.Key, was, role, Caller, Request.RequestAborted) switch
        {
            ChangeRoleOutcome.Changed => null,
            ChangeRoleOutcome.LastAdmin => $"{account.Name} is the only administrator. Make somebody else one first.",
            ChangeRoleOutcome.Conflict =>
                $"You made {account.Name} {role}. Somebody else has made them {account.Role} since you looked, and that holds. Change it "
                + "again if you still want to.",
            _ => $"The role of {account.Name} was not changed. Load the page again and try once more.",
        };
        if (_refusal is null) Navigation.SeeOther(Request, PortalUrls.Admin);
    }

    private async Task ChangeQuotaAsync(AccountListItem account)
    {
        var typed = Request.Request.Form["Quota"].ToString();
        _refusal = !TryRead(typed, out var quota) || !TryRead(Request.Request.Form["Was"].ToString(), out var was) ? OutOfBounds
            : await Quota.RunAsync(account.Key, was, quota, Caller, Request.RequestAborted) switch
            {
                ChangeQuotaOutcome.Changed => null,
                ChangeQuotaOutcome.OutOfBounds => OutOfBounds,
                ChangeQuotaOutcome.Conflict =>
                    $"You set {Word(quota)} jobs at once for {account.Name}. Somebody else has set {Word(account.LaunchQuota)} since you "
                    + "looked, and that holds. Set it again if you still want to.",
                _ => $"The quota of {account.Name} was not changed. Load the page again and try once more.",
            };
        if (_refusal is null) Navigation.SeeOther(Request, PortalUrls.Admin);
    }

    private static string OutOfBounds => $"Jobs at once: write a number from 0 to {ChangeQuota.Most}, or leave it empty for the default.";

    private static string Word(int? quota) => quota?.ToString(CultureInfo.InvariantCulture) ?? "the default of";

    private static bool TryRead(string typed, out int? quota)
    {
        quota = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return quota is not null || string.IsNullOrWhiteSpace(typed);
    }
}
