namespace VcrPortal.Generation.Pipeline;

/// <summary>From question to verified trace, as a stream of events. Stages that are finished in the state given are skipped.</summary>
public interface ITraceGenerator
{
    /// <summary>Who writes the explanation, as a job says on its face: <c>graph reasoner 1</c>.</summary>
    string Engine { get; }

    IAsyncEnumerable<GenerationEvent> GenerateAsync(GenerationRequest request, GenerationState resumeFrom, CancellationToken ct);
}
