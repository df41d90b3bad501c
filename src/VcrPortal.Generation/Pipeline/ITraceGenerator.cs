using System.Collections.Immutable;
using VcrPortal.Generation.Agents;

namespace VcrPortal.Generation.Pipeline;

/// <summary>Goes from a question to a verified trace, as a stream of events. Stages that are finished in the state given are
/// skipped.</summary>
public interface ITraceGenerator
{
    /// <summary>Who writes the explanation, as a job says on its face: <c>graph reasoner 1</c>.</summary>
    string Engine { get; }

    /// <summary>All that can write here; the first one is <see cref="Engine"/>.</summary>
    ImmutableArray<AgentEngine> Engines { get; }

    IAsyncEnumerable<GenerationEvent> GenerateAsync(GenerationRequest request, GenerationState resumeFrom, CancellationToken ct);
}
