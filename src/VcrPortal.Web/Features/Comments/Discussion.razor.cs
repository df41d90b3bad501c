using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.App;
using VcrPortal.Web.Controls;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Votes;

namespace VcrPortal.Web.Features.Comments;

/// <summary>Comments and votes of one trace, with the forms of those who may write.</summary>
public sealed partial class Discussion
{
    private string? _refusal;

    [Inject] private ReadDiscussion Read { get; set; } = null!;
    [Inject] private AddComment Add { get; set; } = null!;
    [Inject] private DeleteComment Delete { get; set; } = null!;
    [Inject] private CastVote Cast { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public TraceView Trace { get; set; } = null!;
    [Parameter, EditorRequired] public ClaimSheet Sheet { get; set; } = null!;
    [Parameter] public string Here { get; set; } = "";

    [SupplyParameterFromForm(FormName = "comment")] private string? About { get; set; }
    [SupplyParameterFromForm(FormName = "comment")] private string? Say { get; set; }
    [SupplyParameterFromForm(FormName = "vote")] private string? Vote { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.Of(Request.User);
    private DiscussionView Said { get; set; } = DiscussionView.Empty;

    protected override async Task OnInitializedAsync() => Said = await Read.RunAsync(Trace.Number, Caller, Request.RequestAborted);

    private bool IsHere(CommentView comment) => Sheet.Find(new NodeId(comment.Action)) is not null;

    private async Task SayAsync()
    {
        var outcome = await Add.RunAsync(Trace.Number, Trace.Revision, About, Say, Caller, Request.RequestAborted);
        if (outcome is CommentOutcome.Added(var number)) Navigation.SeeOther(Request, $"{Here}#c{number}");
        _refusal = outcome switch
        {
            CommentOutcome.Invalid(var reason) => reason,
            CommentOutcome.NotAllowed => "Sign in again to send this comment.",
            _ => null,
        };
    }

    private async Task VoteAsync()
    {
        if (!Enum.TryParse<Opinion>(Vote, ignoreCase: true, out var opinion)) return;
        await Cast.RunAsync(Trace.Number, Trace.Revision, opinion, Caller, Request.RequestAborted);
        Navigation.SeeOther(Request, Here);
    }

    private async Task DeleteAsync(int number)
    {
        await Delete.RunAsync(number, Caller, Request.RequestAborted);
        Navigation.SeeOther(Request, Here);
    }
}
