using Microsoft.AspNetCore.Components;
using VcrPortal.Web.App;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>Signs somebody in and leads back to where they came from.</summary>
public sealed partial class SignInPage
{
    private string? _refusal;

    [Inject] private SignIn SignIn { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sign-in")] private string? Name { get; set; }
    [SupplyParameterFromForm(FormName = "sign-in")] private string? Password { get; set; }
    [SupplyParameterFromForm(FormName = "sign-in")] private bool Remember { get; set; }
    // The framework's own name, so that its redirects bring somebody back as ours do.
    [SupplyParameterFromQuery(Name = "ReturnUrl")] private string? Return { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private async Task SignInAsync()
    {
        var outcome = await SignIn.RunAsync(Name, Password, Remember);
        if (outcome is SignInOutcome.SignedIn) Navigation.SeeOther(Request, LocalReturn.Of(Return));
        _refusal = outcome is SignInOutcome.LockedOut
            ? "Too many wrong passwords. The account rests for five minutes; then try again."
            : "Name and password do not belong together. Check both and try again.";
    }
}
