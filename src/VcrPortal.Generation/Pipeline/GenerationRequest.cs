using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Pipeline;

/// <summary>One question to the pipeline.</summary>
/// <param name="KeepDeltas">False for batch jobs: nobody reads along, so text need not be streamed in pieces.</param>
/// <param name="Engine">The id or title of the engine that is to write; null for the default one.</param>
/// <param name="IsOffline">Nothing that asks a service outside of this process is asked: sources and verifiers over a network are passed
/// over.</param>
/// <param name="RefinementSteps">Edits that may be tried after the first verification, 0 for none.</param>
public sealed record GenerationRequest(PerturbationRecord Record, bool KeepDeltas, string? Engine = null, bool IsOffline = false,
    int RefinementSteps = 0);
