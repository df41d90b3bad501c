using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Work;

/// <summary>The explanation as text, to be changed by somebody who may. A plain form: it works without a script, and a refusal keeps what
/// was typed.</summary>
public sealed partial class RevisePage
{
    private TraceView? _trace;
    private string? _refusal, _reasonProblem;
    private int? _conflict;
    private ImmutableArray<Diagnostic> _diagnostics = [];
    private ImmutableArray<string> _sent = [];

    [Inject] private ReadTrace Traces { get; set; } = null!;
    [Inject] private ReviseTrace Revise { get; set; } = null!;
    [Inject] private SuggestRevision Suggest { get; set; } = null!;
    [Inject] private ReadSuggestions Suggestions { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Key { get; set; } = "";
    [SupplyParameterFromForm(FormName = "revise")] private int Base { get; set; }
    [SupplyParameterFromForm(FormName = "revise")] private string? Text { get; set; }
    [SupplyParameterFromForm(FormName = "revise")] private string? Reason { get; set; }
    [SupplyParameterFromForm(FormName = "revise")] private string? Report { get; set; }
    [SupplyParameterFromForm(FormName = "revise")] private string? Do { get; set; }
    /// <summary>"text" for the text form alone, which needs no script.</summary>
    [SupplyParameterFromQuery] private string? View { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);

    private string Heading => MayRevise ? $"Revise {_trace!.Title}" : $"Suggest a change to {_trace!.Title}";

    /// <summary>Others may suggest.</summary>
    private bool MayRevise => Caller.May(Operation.ReviseTrace);

    protected override async Task OnInitializedAsync()
    {
        if (!Caller.IsSignedIn) Navigation.SeeOther(Request, PortalUrls.SignInThen(new Uri(Navigation.Uri).PathAndQuery));
        else if (Caller.May(Operation.SuggestRevision) && PortalUrls.TryParseAccession(Key) is { } number) _trace =
            await Traces.RunAsync(number, null, Caller, Request.RequestAborted);
        if (_trace is null)
        {
            Navigation.NotFound();
            return;
        }
        if (Base == 0) Base = _trace.Revision;
        _sent = await Suggestions.SentAsync(_trace.Number, _trace.Revision, Caller, Request.RequestAborted);
    }

    private async Task ReviseAsync()
    {
        if (Do == "suggest" || !MayRevise)
        {
            await SuggestAsync();
            return;
        }
        switch (await Revise.RunAsync(new NewRevision(_trace!.Number, Base, Text, Reason, Report), Caller, Request.RequestAborted))
        {
            case ReviseOutcome.Revised: Navigation.SeeOther(Request, PortalUrls.Trace(_trace.Number)); break;
            case ReviseOutcome.NotValid(var diagnostics):
                (_refusal, _diagnostics) =
                ("The text is not a valid explanation yet.", diagnostics); break;
            case ReviseOutcome.Conflict(var latest):
                (_refusal, _conflict) = ($"Somebody made revision {latest} while you wrote.", latest);
                break;
            case ReviseOutcome.Invalid(var reason): Refuse(reason); break;
            default: _refusal = "This trace can not be revised by you. Copy your text before you leave."; break;
        }
    }

    private async Task SuggestAsync()
    {
        switch (await Suggest.RunAsync(new NewRevision(_trace!.Number, Base, Text, Reason, Report), Caller, Request.RequestAborted))
        {
            case SuggestOutcome.Suggested(var number): Navigation.SeeOther(Request, PortalUrls.Suggestion(_trace.Number, number)); break;
            case SuggestOutcome.NotValid(var diagnostics):
                (_refusal, _diagnostics) = ("The text is not a valid explanation yet.", diagnostics);
                break;
            case SuggestOutcome.Invalid(var reason): Refuse(reason); break;
            default: _refusal = "You cannot suggest a change here. Copy your text before you leave."; break;
        }
    }

    private void Refuse(string sentence) => (_refusal, _reasonProblem) = (sentence, string.IsNullOrWhiteSpace(Reason) ? sentence : null);
}
