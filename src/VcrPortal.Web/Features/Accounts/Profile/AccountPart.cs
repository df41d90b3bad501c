using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>One section of the account page: its forms, and what is said when one of them was refused.</summary>
public abstract class AccountPart : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public OwnAccount Own { get; set; } = null!;
    [CascadingParameter] protected HttpContext Request { get; set; } = null!;

    protected Caller Caller => Caller.From(Request.User);

    /// <summary>Null until something was refused.</summary>
    private string? Refusal { get; set; }

    /// <summary>The field that was refused, where it was one.</summary>
    private string? RefusedField { get; set; }

    /// <summary>What is not about one field.</summary>
    protected string? GeneralRefusal => RefusedField is null ? Refusal : null;

    protected string? ProblemOf(string field) => RefusedField == field ? Refusal : null;

    /// <summary>A form that is sent late is still there to be answered, with what was typed in it.</summary>
    protected bool ShowsForms => Own.IsFresh || HttpMethods.IsPost(Request.Request.Method);

    /// <param name="news">One of <see cref="AccountNews"/>.</param>
    protected void Answer(AccountChange outcome, string news)
    {
        switch (outcome)
        {
            case AccountChange.Done: LeadTo(PortalUrls.AccountAfter(news)); break;
            case AccountChange.NotAllowed: LeadTo(PortalUrls.SignInThen(PortalUrls.Account)); break;
            case AccountChange.NeedsProof: Refuse("Confirm first that it is you, at the top of this page. Then send this again."); break;
            case AccountChange.Refused(var message, var field): Refuse(message, field); break;
        }
    }

    protected void Refuse(string message, string? field = null) => (Refusal, RefusedField) = (message, field);

    protected void LeadTo(string path) => Navigation.SeeOther(Request, path);
}
