using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>One question to the pipeline.</summary>
/// <param name="KeepDeltas">False for batch jobs: nobody reads along, so text need not be streamed in pieces.</param>
public sealed record GenerationRequest(PerturbationRecord Record, bool KeepDeltas);

/// <summary>What the finished stages of an interrupted job left; <see cref="Empty"/> for a new job.</summary>
/// <param name="Finished">A prefix of the stages in order.</param>
/// <param name="ExplanationText">Canonical text of the graph as generated.</param>
public sealed record GenerationState(
    ImmutableArray<Stage> Finished, ImmutableArray<RecognizedEntity> Entities, ImmutableArray<EvidenceItem> Evidence, string Report,
    string ExplanationText, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations, ImmutableArray<Verdict> Verdicts)
{
    public static GenerationState Empty { get; } = new([], [], [], "", "", ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, []);
}

/// <summary>From question to verified trace, as a stream of events. Stages that are finished in the state given are skipped.</summary>
public interface ITraceGenerator
{
    /// <summary>Who writes the explanation, as a job says on its face: <c>graph reasoner 1</c>.</summary>
    string Engine { get; }

    IAsyncEnumerable<GenerationEvent> GenerateAsync(GenerationRequest request, GenerationState resumeFrom, CancellationToken ct);
}
