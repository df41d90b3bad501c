using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Accounts;

/// <summary>One's own account; until there is an administrator, also the place to become one.</summary>
public sealed partial class AccountPage
{
    private OwnAccount? _own;
    private bool _isAdminOpen;

    [Inject] private ReadOwnAccount Read { get; set; } = null!;
    [Inject] private BecomeAdmin Admin { get; set; } = null!;
    [Inject] private ExternalProviders Providers { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Done { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _own = await Read.RunAsync(Caller.From(Request.User), Request.RequestAborted);
        if (_own is null) Navigation.SeeOther(Request, PortalUrls.SignInThen(PortalUrls.Account));
        else _isAdminOpen = await Admin.IsOpenAsync(Request.RequestAborted);
    }
}
