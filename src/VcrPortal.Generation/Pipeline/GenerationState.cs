using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>What the finished stages of an interrupted job left; <see cref="Empty"/> for a new job.</summary>
/// <param name="Finished">A prefix of the stages in order.</param>
/// <param name="ExplanationText">Canonical text of the graph as generated.</param>
public sealed record GenerationState(
    ImmutableArray<Stage> Finished, ImmutableArray<RecognizedEntity> Entities, ImmutableArray<EvidenceItem> Evidence, string Report,
    string ExplanationText, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>What a finished refinement left; null where it changed nothing.</summary>
    public GenerationEvent.GraphRefined? Refined { get; init; }

    public static GenerationState Empty { get; } = new([], [], [], "", "", ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, []);
}
