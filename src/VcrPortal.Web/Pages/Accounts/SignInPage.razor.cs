using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Accounts;

/// <summary>Signs somebody in and leads back to where they came from.</summary>
public sealed partial class SignInPage
{
    private string? _refusal;

    [Inject] private SignIn SignIn { get; set; } = null!;
    [Inject] private SignInWithPasskey SignInWithPasskey { get; set; } = null!;
    [Inject] private ExternalProviders Providers { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "sign-in")] private string? Name { get; set; }
    [SupplyParameterFromForm(FormName = "sign-in")] private string? Password { get; set; }
    [SupplyParameterFromForm(FormName = "sign-in")] private bool Remember { get; set; }
    // The framework's own name, so that its redirects bring somebody back as ours do.
    [SupplyParameterFromQuery(Name = "ReturnUrl")] private string? Return { get; set; }
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private async Task SignInAsync() =>
        Show(
            await SignIn.RunAsync(Name, Password, Remember), "Name and password do not belong together. Check both and try again. "
            + "After five wrong passwords an account rests for five minutes.");

    private async Task SignInWithPasskeyAsync(string? credential) =>
        Show(
            await SignInWithPasskey.RunAsync(credential, remember: false),
            "This passkey belongs to no account here, or the question had grown too old. Try again, or use your password.");

    private void Show(SignInOutcome outcome, string ifWrong)
    {
        if (outcome is SignInOutcome.SignedIn) Navigation.SeeOther(Request, LocalReturn.From(Return));
        else _refusal = ifWrong; // a locked account is answered as a wrong password: only where there is one could it be locked
    }
}
