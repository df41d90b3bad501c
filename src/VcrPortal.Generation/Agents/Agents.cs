using System.Collections.Immutable;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents;

/// <summary>What the first agent gets: the record and all numbered evidence.</summary>
public sealed record ReportRequest(PerturbationRecord Record, Question Question, EvidenceIndex Evidence);

/// <summary>Retrieves no more; writes the cited report, streaming Markdown. Citations are <c>[n]</c> to evidence, <c>[n4]</c> to
/// claims.</summary>
public interface IReportGenerator
{
    /// <summary>Shown on the job and the trace: "Graph reasoner".</summary>
    string Engine { get; }

    IAsyncEnumerable<string> WriteAsync(ReportRequest request, CancellationToken ct);
}

/// <summary>What the second agent gets: the question and the report. Evidence is passed for engines that can cite claims by
/// number.</summary>
public sealed record ExplanationRequest(PerturbationRecord Record, Question Question, string Report, EvidenceIndex Evidence);

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
