using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Sources;

/// <summary>What a source is asked: the record, what was recognised in it, and the question that both make.</summary>
public sealed record RetrievalRequest(PerturbationRecord Record, ImmutableArray<RecognizedEntity> Entities, Question Question);

/// <summary>
/// Answers with evidence items (their numbers are given by the caller), or throws <see cref="SourceUnavailableException"/> with a sentence.
/// A source that fails is a note on the job, never its end.
/// </summary>
public interface IKnowledgeSource
{
    string Name { get; }

    Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct);
}

/// <summary>The source could not answer; the message is shown to people.</summary>
public sealed class SourceUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
