using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Stages;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Verifiers;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The pipeline as one readable method: preprocess, retrieve, report, explain, verify, refine, publish; every stage a
/// stream of events.</summary>
public sealed class GenerationPipeline(
    EntityRecognizer recognizer, QuestionGrounding grounding, VocabularyInUse vocabulary, ImmutableArray<IKnowledgeSource> sources,
    EngineRegistry engines, ImmutableArray<IVerifier> verifiers, HunFlairService? entities = null) : ITraceGenerator
{
    public string Engine => engines.Default.Title;

    public ImmutableArray<AgentEngine> Engines => engines.All;

    public async IAsyncEnumerable<GenerationEvent> GenerateAsync(
        GenerationRequest request, GenerationState resumeFrom, [EnumeratorCancellation] CancellationToken ct)
    {
        var run = new GenerationRun(request, resumeFrom, grounding.Ground(request.Record), vocabulary.Now);
        if (resumeFrom.Finished.IsEmpty)
            foreach (var stage in Enum.GetValues<Stage>()) yield return new GenerationEvent.StagePlanned(stage);
        foreach (var (stage, events) in Stages(run, ct))
        {
            if (resumeFrom.Finished.Contains(stage)) continue;
            yield return new GenerationEvent.StageStarted(stage);
            var outcome = new StageOutcome();
            await foreach (var e in Guarded(events, outcome, ct)) yield return e;
            if (outcome.Failure is not null)
            {
                yield return new GenerationEvent.StageFailed(stage, outcome.Failure.SourceException.Message);
                outcome.Failure.Throw();
            }
            yield return run.Skipped is { } why
                ? new GenerationEvent.StageSkipped(stage, why) : new GenerationEvent.StageFinished(stage, run.Summary);
            run.Skipped = null;
        }
    }

    private (Stage Stage, IAsyncEnumerable<GenerationEvent> Events)[] Stages(GenerationRun run, CancellationToken ct)
    {
        bool IsAsked(object sourceOrVerifier) => !run.Request.IsOffline || sourceOrVerifier is not INetworkUser { UsesNetwork: true };
        var verify = new VerifyGraph([.. verifiers.Where(IsAsked)], engines);
        return
        [
            (Stage.Preprocess, new PreprocessStage(recognizer, run.Request.IsOffline ? null : entities).RunAsync(run, ct)),
            (Stage.Retrieve, new RetrieveStage([.. sources.Where(IsAsked)]).RunAsync(run, ct)),
            (Stage.Report, new ReportStage(engines).RunAsync(run, ct)),
            (Stage.Explain, new ExplainStage(engines, recognizer).RunAsync(run, ct)),
            (Stage.Verify, new VerifyStage(verify).RunAsync(run, ct)),
            (Stage.Refine, new RefineStage(verify, engines, recognizer).RunAsync(run, ct)),
            (Stage.Publish, new PublishStage().RunAsync(run)),
        ];
    }

    private sealed class StageOutcome
    {
        public ExceptionDispatchInfo? Failure { get; set; }
    }

    /// <summary>Passes events on; an exception ends the stream and is kept, because a yield cannot stand in a catch.</summary>
    private static async IAsyncEnumerable<GenerationEvent> Guarded(
        IAsyncEnumerable<GenerationEvent> events, StageOutcome outcome, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var at = events.GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await at.MoveNextAsync()) yield break;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                outcome.Failure = ExceptionDispatchInfo.Capture(failure);
                yield break;
            }
            yield return at.Current;
        }
    }
}
