using System.Collections.Immutable;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Diagnostics;
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
    public sealed record Told(AgentNews News) : ConstructorOutput;
    /// <summary>The writer says that its text is not whole: a limit or a lost connection ended it.</summary>
    public sealed record Cut(string Reason) : ConstructorOutput;
}

/// <summary>Structures a report into action text. It sees the report and the question, and no retrieved text.</summary>
public interface IExplanationConstructor
{
    IAsyncEnumerable<ConstructorOutput> ConstructAsync(ExplanationRequest request, CancellationToken ct);
}

/// <summary>An answer that will not do, with what is wrong with it.</summary>
/// <param name="Text">As it was written, up to where it ended.</param>
/// <param name="Problems">Errors only, those of the text before those of the graph.</param>
/// <param name="CutReason">Why it ends too early; null where it is whole.</param>
public sealed record FailedAnswer(string Text, ImmutableArray<Diagnostic> Problems, string? CutReason)
{
    /// <summary>In one sentence, for people.</summary>
    public string Reason => CutReason ?? Problems switch
    {
        [{ Line: > 0 } first, ..] => $"{first.Code}, line {first.Line}: {first.Message}",
        [var first, ..] => $"{first.Code}: {first.Message}",
        _ => "It is empty.",
    };
}

/// <summary>An agent that can be told what is wrong with its answer, and writes it again.</summary>
public interface IExplanationRepair
{
    IAsyncEnumerable<ConstructorOutput> RepairAsync(ExplanationRequest request, FailedAnswer failed, CancellationToken ct);
}

/// <summary>No answer of the engine could be read as an explanation; the message is shown to people.</summary>
public sealed class ExplanationFailedException(string message) : Exception(message);
