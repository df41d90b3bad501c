using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Accounts;

/// <summary>Makes an account and signs its person in.</summary>
public sealed partial class RegisterPage
{
    private readonly List<AccountProblem> _problems = [];

    [Inject] private RegisterAccount Register { get; set; } = null!;
    [Inject] private Session Session { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "register")] private string? Name { get; set; }
    [SupplyParameterFromForm(FormName = "register")] private string? Email { get; set; }
    [SupplyParameterFromForm(FormName = "register")] private string? Password { get; set; }
    [SupplyParameterFromQuery(Name = "return")] private string? Return { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private async Task RegisterAsync()
    {
        var outcome = await Register.RunAsync(Name, Email, Password, Request.RequestAborted);
        if (outcome is RegisterOutcome.Closed) _problems.Add(
            new("name", "This portal takes no new accounts with a password. Ask its administrator."));
        if (outcome is RegisterOutcome.Invalid(var problems)) _problems.AddRange(problems);
        if (outcome is not RegisterOutcome.Registered(var account)) return;
        await Session.OpenAsync(account, remember: false, "registration");
        Navigation.SeeOther(Request, LocalReturn.From(Return));
    }

    private string? ProblemOf(string field) => _problems.Find(p => p.Field == field)?.Message;
}
