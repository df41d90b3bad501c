using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What one attempt works on and what has come of it; the pieces of text that a batch's log leaves out are here too.</summary>
/// <param name="before">What earlier attempts left.</param>
internal sealed class JobWork(
    int jobNumber, PerturbationRecord record, string recordJson, JobSetting setting, JobProgress before, bool stopRequested)
{
    private const string KeptWhenStopped = "What existed when the job was stopped.";

    // The events of this attempt that are not in the result yet; JobOptions.EventLimit bounds them.
    private readonly List<JobEvent> _fresh = [];
    private JobProgress _result = before;

    public PerturbationRecord Record => record;
    public JobSetting Setting => setting;
    public JobProgress Before { get; } = before;
    public bool StopRequested => stopRequested;

    /// <summary>Events of this attempt so far.</summary>
    public int Count { get; private set; }

    public bool HasFailedStage { get; private set; }

    public void Add(GenerationEvent e)
    {
        _fresh.Add(new JobEvent(Before.LastSequence + ++Count, default, new JobEventBody.Generated(e)));
        HasFailedStage |= e is GenerationEvent.StageFailed;
    }

    /// <summary>How a pipeline that came to its end has ended.</summary>
    public JobEnd Judge()
    {
        var result = Result();
        if (result.Stages.FirstOrDefault(s => s.State == StageState.Failed) is { } failed)
            return new JobEnd.Failed($"\u201c{JobText.Name(failed.Stage)}\u201d failed: {failed.Note}");
        return result.Revisions.IsEmpty ? new JobEnd.Failed("The pipeline ended without an explanation.") : new JobEnd.Completed();
    }

    /// <summary>What to keep; null when nothing was made, the job will go on, or what was made answers another question: that stays in
    /// the job's log, where nobody takes it for an answer to this one.</summary>
    public NewTrace? ToTrace(JobEnd end)
    {
        if (end is JobEnd.Requeued) return null;
        var result = Result();
        if (result.Diagnostics.Any(QuestionDiagnostics.IsOtherQuestion)) return null;
        var revisions = result.Revisions;
        if (revisions.IsEmpty && (result.Graph is not null || result.Report.Length > 0))
            revisions = [result.Graph is null ? new(1, "", KeptWhenStopped, Discarded: false)
                : GenerationEvent.RevisionWritten.From(1, result.Graph, KeptWhenStopped)];
        if (revisions.IsEmpty) return null;
        var (state, reason) = end switch
        {
            JobEnd.Failed f => (TraceState.Partial, f.Reason),
            JobEnd.Cancelled c => (TraceState.Partial, c.Reason),
            _ when revisions[^1].Discarded => (TraceState.Discarded, revisions[^1].Reason),
            _ => (TraceState.Published, (string?)null),
        };
        return new NewTrace(
            jobNumber, record, recordJson, setting.Engine, state, reason, revisions, result.Report, result.Evidence, result.Citations,
            (result.AsWritten ?? new(null, result.Verdicts, result.Citations)).Verdicts)
        {
            Refined = result.AsWritten is null ? null : result.Verdicts,
        };
    }

    private JobProgress Result()
    {
        if (_fresh.Count == 0) return _result;
        _result = _result.Apply(_fresh);
        _fresh.Clear();
        return _result;
    }
}
