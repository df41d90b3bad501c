using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>What is dropped when a stage, or an answer in it, begins anew.</summary>
internal sealed partial class JobReducer
{
    /// <summary>A stage that starts drops what it and all later ones had produced: their outputs rested on what is made anew.</summary>
    private void Start(Stage stage, DateTime at)
    {
        foreach (var later in _state.Stages.Where(s => s.Stage > stage && s.State != StageState.Planned))
            Change(later.Stage, _ => new StageProgress(later.Stage, StageState.Planned, null, null, null));
        Change(stage, _ => new StageProgress(stage, StageState.Running, at, null, null));
        if (stage <= Stage.Refine) BeforeRefinement();
        if (stage <= Stage.Explain) (_graph, _state) = (null, _state with { Graph = null, Citations = JobProgress.Empty.Citations });
        if (stage <= Stage.Report) (_report, _state) = (null, _state with { Report = "" });
        _state = Drop(stage, _state);
    }

    /// <summary>A repaired explanation begins where its stage began, with what was found wrong before it.</summary>
    private void Restart(GenerationEvent.ExplanationRestarted restarted)
    {
        _graph = null;
        _state = Drop(Stage.Explain, _state with { Graph = null, Citations = JobProgress.Empty.Citations }) with
        {
            Repairs = restarted.Repair,
            Tools = _state.Tools,
            Prompts = _state.Prompts,
        };
        Change(Stage.Explain, p => p with { Note = $"Written again: {restarted.Reason}" });
    }

    private static JobProgress Drop(Stage from, JobProgress state)
    {
        bool Kept(int i) => state.DiagnosticStages[i] is { } raisedIn && raisedIn < from;
        var kept = Enumerable.Range(0, state.Diagnostics.Length).Where(Kept).ToArray();
        return state with
        {
            Entities = from <= Stage.Preprocess ? [] : state.Entities,
            Sources = from <= Stage.Retrieve ? [] : state.Sources,
            Evidence = from <= Stage.Retrieve ? []
                : from <= Stage.Report && state.Retrieved < state.Evidence.Length ? state.Evidence[..state.Retrieved] : state.Evidence,
            Tools = state.Tools.RemoveAll(t => t.Stage >= from),
            Prompts = from <= Stage.Report ? [] : state.Prompts,
            Doubts = from <= Stage.Report ? [] : state.Doubts,
            Repairs = from <= Stage.Explain ? 0 : state.Repairs,
            Suggestions = from <= Stage.Explain ? [] : state.Suggestions,
            Critique = from <= Stage.Explain ? null : state.Critique,
            Warnings = from <= Stage.Explain ? [] : state.Warnings,
            Verdicts = from <= Stage.Verify ? [] : state.Verdicts,
            Revisions = [],
            Diagnostics = kept.Length == state.Diagnostics.Length ? state.Diagnostics : [.. kept.Select(i => state.Diagnostics[i])],
            DiagnosticStages = kept.Length == state.Diagnostics.Length ? state.DiagnosticStages
                : [.. kept.Select(i => state.DiagnosticStages[i])],
        };
    }
}
