using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What one attempt works on and what has come of it; the pieces of text that a batch's log leaves out are here too.</summary>
/// <param name="Before">What earlier attempts left.</param>
internal sealed record JobWork(
    int JobNumber, PerturbationRecord Record, string RecordJson, string Engine, JobProgress Before, bool StopRequested)
{
    private const string KeptWhenStopped = "What existed when the job was stopped.";

    /// <summary>Of this attempt, in order; bounded by <see cref="JobOptions.EventLimit"/>.</summary>
    public List<GenerationEvent> Events { get; } = [];

    public bool HasFailedStage => Events.Any(e => e is GenerationEvent.StageFailed);

    /// <summary>How a pipeline that came to its end has ended.</summary>
    public JobEnd Judge()
    {
        var result = Result();
        if (result.Stages.FirstOrDefault(s => s.State == StageState.Failed) is { } failed)
            return new JobEnd.Failed($"{failed.Stage} failed: {failed.Note}");
        return result.Revisions.IsEmpty ? new JobEnd.Failed("The pipeline ended without an explanation.") : new JobEnd.Completed();
    }

    /// <summary>What to keep; null when nothing was made, or the job will go on.</summary>
    public NewTrace? ToTrace(JobEnd end)
    {
        if (end is JobEnd.Requeued) return null;
        var result = Result();
        var revisions = result.Revisions;
        if (revisions.IsEmpty && (result.Graph is not null || result.Report.Length > 0))
            revisions = [new(1, result.Graph is null ? "" : ExplanationWriter.Write(result.Graph), KeptWhenStopped, Discarded: false)];
        if (revisions.IsEmpty) return null;
        var (state, reason) = end switch
        {
            JobEnd.Failed f => (TraceState.Partial, f.Reason),
            JobEnd.Cancelled c => (TraceState.Partial, c.Reason),
            _ when revisions[^1].Discarded => (TraceState.Discarded, revisions[^1].Reason),
            _ => (TraceState.Published, (string?)null),
        };
        return new NewTrace(
            JobNumber, Record, RecordJson, Engine, state, reason, revisions, result.Report, result.Evidence, result.Citations,
            result.Verdicts);
    }

    private JobProgress Result() => Before.Apply(
        [.. Events.Select((e, i) => new JobEvent(Before.LastSequence + 1 + i, default, new JobEventBody.Generated(e)))]);
}
