using System.Collections.Immutable;
using System.Text;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>
/// One application of events: what grows piece by piece (report, log, graph) is gathered and put together once at the end, the rest
/// changes by <c>with</c>. What did not change keeps its instance, so that a view can compare references.
/// </summary>
internal sealed partial class JobReducer(JobProgress start)
{
    private const int LogLimit = 500;

    private JobProgress _state = start;
    private StringBuilder? _report;
    private ImmutableArray<LogLine>.Builder? _log;
    private GraphParts? _graph;

    public void Take(JobEvent e)
    {
        if (e.Sequence <= _state.LastSequence) return;
        _state = _state with { LastSequence = e.Sequence, LastEventAt = e.At };
        if (e.Body is JobEventBody.Generated generated) TakeGenerated(generated.Event, e.At);
        else TakeJob(e.Body, e.At);
        if (JobLogText.Describe(e.Body) is { } line)
            (_log ??= Thaw(_state.Log)).Add(new LogLine(e.Sequence, e.At, JobEventText.WordOf(e.Body), line.Text, line.IsWarning));
    }

    public JobProgress ToProgress()
    {
        if (_report is not null) _state = _state with { Report = _report.ToString() };
        if (_log is not null) _state = _state with { Log = [.. _log.Skip(_log.Count - LogLimit)] };
        if (_graph is not null) _state = _state with { Graph = _graph.ToGraph() };
        return _state;
    }

    private void TakeJob(JobEventBody body, DateTime at) => _state = body switch
    {
        JobEventBody.Queued => _state with { State = JobState.Queued, QueuedAt = at },
        JobEventBody.Started s => _state with { State = JobState.Running, Attempt = s.Attempt, StartedAt = _state.StartedAt ?? at },
        JobEventBody.Requeued => _state with { State = JobState.Queued },
        JobEventBody.Completed c => End(JobState.Completed, null, c.TraceNumber, at),
        JobEventBody.Failed f => End(JobState.Failed, f.Reason, f.TraceNumber, at),
        JobEventBody.Cancelled c => End(JobState.Cancelled, c.Reason, c.TraceNumber, at),
        JobEventBody.Interrupted i => End(JobState.Interrupted, i.Reason, null, at),
        _ => _state,
    };

    private JobProgress End(JobState state, string? reason, int? trace, DateTime at) =>
        _state with { State = state, EndReason = reason, TraceNumber = trace, FinishedAt = at };

    private void TakeGenerated(GenerationEvent e, DateTime at)
    {
        switch (e)
        {
            case GenerationEvent.StagePlanned s when Find(s.Stage) is null:
                _state = _state with { Stages = _state.Stages.Add(new StageProgress(s.Stage, StageState.Planned, null, null, null)) };
                break;
            case GenerationEvent.StageStarted s: Start(s.Stage, at); break;
            case GenerationEvent.StageProgressed s: Change(s.Stage, p => p with { Note = s.Message }); break;
            case GenerationEvent.StageFinished s:
                Change(
                s.Stage, p => p with { State = StageState.Finished, FinishedAt = at, Note = s.Summary });
                if (s.Stage == Stage.Retrieve) _state = _state with { Retrieved = _state.Evidence.Length };
                break;
            case GenerationEvent.StageFailed s:
                Change(
                s.Stage, p => p with { State = StageState.Failed, FinishedAt = at, Note = s.Reason }); break;
            case GenerationEvent.StageSkipped s:
                Change(
                s.Stage, p => p with { State = StageState.Skipped, FinishedAt = at, Note = s.Reason }); break;
            case GenerationEvent.ReportDelta d: (_report ??= new StringBuilder(_state.Report)).Append(d.Text); break;
            case GenerationEvent.ActionAdded a: AddAction(a); break;
            case GenerationEvent.EdgeAdded edge: (_graph ??= new GraphParts(_state.Graph)).Add(edge); break;
            case GenerationEvent.AgentTold told: _state = AgentProgress.After(_state, told.News, RunningStage ?? Stage.Report, at); break;
            case GenerationEvent.DiscrepancyFound or GenerationEvent.EditTried or GenerationEvent.GraphRefined: Refine(e, at); break;
            case GenerationEvent.ExplanationRestarted restarted: Restart(restarted); break;
            default: _state = Add(e); break;
        }
    }

    private JobProgress Add(GenerationEvent e) => e switch
    {
        GenerationEvent.EntityFound f => _state with { Entities = _state.Entities.Add(f.Entity) },
        GenerationEvent.SourceQueried q => WithSource(q.Source, null, null),
        GenerationEvent.SourceAnswered a => WithSource(a.Source, a.Items, null),
        GenerationEvent.SourceFailed f => WithSource(f.Source, null, f.Reason),
        GenerationEvent.EvidenceAdded a => _state with { Evidence = _state.Evidence.Add(a.Item) },
        GenerationEvent.DiagnosticRaised d => _state with
        {
            Diagnostics = _state.Diagnostics.Add(d.Diagnostic),
            DiagnosticStages = _state.DiagnosticStages.Add(RunningStage),
        },
        GenerationEvent.VerdictReached v => _state with { Verdicts = _state.Verdicts.Add(v.Verdict) },
        GenerationEvent.RevisionWritten r => _state with { Revisions = _state.Revisions.Add(r) },
        _ => _state,
    };

    private Stage? RunningStage => _state.Stages.FirstOrDefault(s => s.State == StageState.Running)?.Stage;

    private JobProgress WithSource(string source, int? items, string? failure)
    {
        var answer = new SourceProgress(source, items, failure);
        var known = _state.Sources.FirstOrDefault(s => s.Source == source);
        return _state with { Sources = known is null ? _state.Sources.Add(answer) : _state.Sources.Replace(known, answer) };
    }

    private void AddAction(GenerationEvent.ActionAdded added)
    {
        var id = (_graph ??= new GraphParts(_state.Graph)).Add(added);
        if (id is { } action && !added.CitedEvidence.IsDefaultOrEmpty)
            _state = _state with { Citations = _state.Citations.SetItem(action, added.CitedEvidence) };
    }

    private StageProgress? Find(Stage stage) => _state.Stages.FirstOrDefault(s => s.Stage == stage);

    private void Change(Stage stage, Func<StageProgress, StageProgress> change)
    {
        var known = Find(stage);
        var changed = change(known ?? new StageProgress(stage, StageState.Planned, null, null, null));
        _state = _state with { Stages = known is null ? _state.Stages.Add(changed) : _state.Stages.Replace(known, changed) };
    }

    private static ImmutableArray<LogLine>.Builder Thaw(ImmutableArray<LogLine> lines)
    {
        var builder = ImmutableArray.CreateBuilder<LogLine>(lines.Length + 16);
        builder.AddRange(lines);
        return builder;
    }
}
