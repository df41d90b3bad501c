using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>Takes the typed question, shows what is wrong with it beside the field, and leads to the job.</summary>
public sealed partial class AskQuestion
{
    private readonly List<LaunchProblem> _problems = [];
    private string? _refusal;
    private NameMeaning? _compound;
    private NameMeaning? _gene;
    private NameMeaning? _line;
    private bool _isUnsure;
    private bool _isPartial;
    private ImmutableArray<EngineChoice> _ways = [];

    [Inject] private LaunchJob Launch { get; set; } = null!;
    [Inject] private ITraceGenerator Generator { get; set; } = null!;
    [Inject] private ReadName Names { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What the page knows of this question beside it: answers that are there already.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }
    [Parameter] public string? Compound { get; set; }
    /// <summary>Filled in, and the kind chosen.</summary>
    [Parameter] public string? Gene { get; set; }
    [Parameter] public string? CellLine { get; set; }
    /// <summary>The job to be run again: all is filled in as it was asked.</summary>
    [Parameter] public JobDetails? Again { get; set; }

    [SupplyParameterFromForm(FormName = "ask")] private QuestionForm? Question { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    /// <summary>Nothing was typed or given yet, so the last settings may be filled in.</summary>
    private bool IsPristine =>
        HttpMethods.IsGet(Request.Request.Method) && Compound is null && Gene is null && CellLine is null && Again is null;

    protected override void OnInitialized()
    {
        _ways = EngineChoice.From(Generator.Engines);
        Question ??= Again is { } job ? As(job) : new QuestionForm
        {
            Kind = Gene is null ? QuestionForm.CompoundKind : QuestionForm.GeneKind,
            Compound = Compound,
            Gene = Gene,
            CellLine = CellLine,
        };
        if (Question.IsGene) _gene = Names.Run(NameKind.Gene, Question.Gene);
        else _compound = Names.Run(NameKind.Compound, Question.Compound);
        _line = Names.Run(NameKind.CellLine, Question.CellLine);
    }

    private QuestionForm As(JobDetails job)
    {
        var record = PortalJson.Read<PerturbationRecord>(job.RecordJson);
        var form = QuestionForm.From(record);
        _isPartial = !form.Holds(record);
        (form.Origin, form.Refinement, form.IsPrivate) = (job.Summary.Number, job.RefinementSteps, job.Summary.IsPrivate);
        if (LaunchRules.Find(job.Engine, Generator.Engines) is { } engine)
            (form.Way, form.Model) = (EngineChoice.WayOf(engine), engine.Model);
        return form;
    }

    private async Task LaunchAsync()
    {
        _problems.AddRange(Question!.Problems());
        if (_problems.Count > 0) return;
        _isUnsure = !Question.AcceptsUnknown && Unknown().Any();
        if (_isUnsure) return;
        var outcome = await Launch.RunAsync(
            Named(Question.ToRecord()), new LaunchSetting(
                EngineChoice.IdOf(_ways, Question.Way, Question.Model), Question.IsPrivate, Question.Refinement ?? LaunchSetting.UsualSteps,
                Question.Origin),
            Caller.From(Request.User), Request.RequestAborted);
        if (outcome is LaunchOutcome.Launched(var number)) Navigation.SeeOther(Request, PortalUrls.Job(number));
        else if (outcome is LaunchOutcome.Invalid(var problems)) _problems.AddRange(problems);
        else _refusal = LaunchText.For(outcome);
        if (outcome is LaunchOutcome.OriginNotThere) Question.Origin = null;
    }

    private IEnumerable<string> Unknown() =>
        new[] { _compound, _gene, _line }.Where(m => m is { Name: null }).Select(m => m!.Sentence);

    /// <summary>Names that are known go as the knowledge writes them, so that one thing has one title.</summary>
    private PerturbationRecord Named(PerturbationRecord record) => record with
    {
        Contexts = [.. record.Contexts.Select(c => c with { CellLine = _line?.Name ?? c.CellLine })],
        Perturbations =
        [
            .. record.Perturbations.Select(p => p with { Name = _compound?.Name ?? p.Name, GeneSymbol = _gene?.Name ?? p.GeneSymbol }),
        ],
    };

    private string? ProblemOf(string field) => _problems.Find(p => p.Field == field)?.Message;
}
