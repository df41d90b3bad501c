using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.App;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>One's own account; until there is an administrator, also the place to become one.</summary>
public sealed partial class AccountPage
{
    private Account? _account;
    private bool _isAdminOpen;
    private string? _refusal;

    [Inject] private UserManager<Account> Accounts { get; set; } = null!;
    [Inject] private SignInManager<Account> SignIn { get; set; } = null!;
    [Inject] private BecomeAdmin Admin { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "admin")] private string? Token { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _account = await Accounts.GetUserAsync(Request.User);
        if (_account is null) Navigation.SeeOther(Request, PortalUrls.SignIn);
        else _isAdminOpen = await Admin.IsOpenAsync(Request.RequestAborted);
    }

    private async Task BecomeAdminAsync()
    {
        var outcome = await Admin.RunAsync(Caller.Of(Request.User), Token, Request.RequestAborted);
        if (outcome == BecomeAdminOutcome.Done && await Accounts.GetUserAsync(Request.User) is { } account)
        {
            await SignIn.RefreshSignInAsync(account);
            Navigation.SeeOther(Request, PortalUrls.Account);
        }
        _refusal = outcome switch
        {
            BecomeAdminOutcome.WrongToken => "This is not the token that the server printed at its last start.",
            BecomeAdminOutcome.ThereIsOne => "Somebody else has become the administrator in the meantime.",
            _ => null,
        };
    }
}
