using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Stages;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The pipeline as one readable method: preprocess, retrieve, report, explain, verify, publish; every stage a stream of
/// events.</summary>
public sealed class GenerationPipeline(
    EntityRecognizer recognizer, QuestionGrounding grounding, ImmutableArray<IKnowledgeSource> sources,
    IReportGenerator reportGenerator, IExplanationConstructor constructor, ImmutableArray<IVerifier> verifiers) : ITraceGenerator
{
    public string Engine => reportGenerator.Engine;

    public async IAsyncEnumerable<GenerationEvent> GenerateAsync(
        GenerationRequest request, GenerationState resumeFrom, [EnumeratorCancellation] CancellationToken ct)
    {
        var run = new GenerationRun(request, resumeFrom, grounding.Ground(request.Record));
        if (resumeFrom.Finished.IsEmpty)
            foreach (var stage in Enum.GetValues<Stage>()) yield return new GenerationEvent.StagePlanned(stage);
        (Stage Stage, IAsyncEnumerable<GenerationEvent> Events)[] stages =
        [
            (Stage.Preprocess, new Preprocessing(recognizer).RunAsync(run, ct)),
            (Stage.Retrieve, new Retrieval(sources).RunAsync(run, ct)),
            (Stage.Report, new Reporting(reportGenerator).RunAsync(run, ct)),
            (Stage.Explain, new Explaining(constructor).RunAsync(run, ct)),
            (Stage.Verify, new Verification(verifiers).RunAsync(run, ct)),
            (Stage.Publish, new Publishing().RunAsync(run)),
        ];
        foreach (var (stage, events) in stages)
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
            yield return new GenerationEvent.StageFinished(stage, run.Summary);
        }
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
