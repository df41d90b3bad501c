using System.Collections.Immutable;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents;

/// <summary>What the second agent gets: the question and the report. Evidence is passed for engines that can cite claims by
/// number.</summary>
/// <param name="Notes">What the first agent of the same engine left in this run: empty where the report came with the record, and where
/// the run goes on after a restart.</param>
public sealed record ExplanationRequest(
    PerturbationRecord Record, Question Question, string Report, EvidenceIndex Evidence, EngineNotes Notes);

/// <summary>What the second agent gives: text in the explanation language, and what its claims were written from.</summary>
public abstract record ConstructorOutput
{
    private ConstructorOutput() { }

    public sealed record Text(string Chunk) : ConstructorOutput;
    /// <summary>Comes before the text of the action that it names.</summary>
    public sealed record Cites(NodeId Action, ImmutableArray<int> Evidence) : ConstructorOutput;
}

/// <summary>Structures a report into action text. It sees the report and the question, and no retrieved text.</summary>
public interface IExplanationConstructor
{
    IAsyncEnumerable<ConstructorOutput> ConstructAsync(ExplanationRequest request, CancellationToken ct);
}
