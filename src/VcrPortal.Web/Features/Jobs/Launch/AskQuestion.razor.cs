using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>Takes the typed question, shows what is wrong with it beside the field, and leads to the job.</summary>
public sealed partial class AskQuestion
{
    private readonly List<LaunchProblem> _problems = [];
    private string? _refusal;

    [Inject] private LaunchJob Launch { get; set; } = null!;
    [Inject] private ITraceGenerator Generator { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string? Compound { get; set; }
    [Parameter] public string? CellLine { get; set; }

    [SupplyParameterFromForm(FormName = "ask")] private QuestionForm? Question { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    /// <summary>Nothing was typed or given yet, so the last settings may be filled in.</summary>
    private bool IsPristine => HttpMethods.IsGet(Request.Request.Method) && Compound is null && CellLine is null;

    protected override void OnInitialized() => Question ??= new QuestionForm { Compound = Compound, CellLine = CellLine };

    private async Task LaunchAsync()
    {
        _problems.AddRange(Question!.Problems());
        if (_problems.Count > 0) return;
        var outcome = await Launch.RunAsync(Question.ToRecord(), Question.IsPrivate, Caller.From(Request.User), Request.RequestAborted);
        if (outcome is LaunchOutcome.Launched(var number)) Navigation.SeeOther(Request, PortalUrls.Job(number));
        else if (outcome is LaunchOutcome.Invalid(var problems)) _problems.AddRange(problems);
        else _refusal = LaunchText.For(outcome);
    }

    private string? ProblemOf(string field) => _problems.Find(p => p.Field == field)?.Message;
}
