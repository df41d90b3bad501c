using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>Shows the owner of a job and its trace who may see them, and takes changes.</summary>
public sealed partial class AudiencePart
{
    private const string Private = "private", Public = "public";

    private AudienceView? _view;
    private string? _refusal;

    [Inject] private ChangeAudience Change { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public int Job { get; set; }
    /// <summary>The page it stands on; one comes back to it.</summary>
    [Parameter, EditorRequired] public string Here { get; set; } = "";
    [SupplyParameterFromForm(FormName = "audience")] private string? Audience { get; set; }
    [SupplyParameterFromForm(FormName = "invite")] private string? Invited { get; set; }
    [SupplyParameterFromForm(FormName = "uninvite")] private string? Uninvited { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    protected override async Task OnInitializedAsync()
    {
        if (Caller.IsSignedIn) _view = await Change.ReadAsync(Job, Caller, Request.RequestAborted);
    }

    private Task SetAsync() => Audience switch
    {
        Private => RunAsync(new AudienceChange.MakePrivate()),
        Public => RunAsync(new AudienceChange.MakePublic()),
        _ => Task.CompletedTask,
    };

    private Task InviteAsync() => RunAsync(new AudienceChange.Invite(Invited));

    private Task UninviteAsync() => RunAsync(new AudienceChange.Uninvite(Uninvited));

    private async Task RunAsync(AudienceChange change)
    {
        var outcome = await Change.RunAsync(Job, change, Caller, Request.RequestAborted);
        if (outcome is AudienceOutcome.Changed) Navigation.SeeOther(Request, Here);
        _refusal = AudienceText.For(outcome);
    }
}
