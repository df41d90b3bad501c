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
/// <param name="Text">The answer as it was written, up to where it ended.</param>
/// <param name="Problems">Errors only, those of the text before those of the graph.</param>
/// <param name="CutReason">Why it ends too early; null where it is whole.</param>
public sealed record FailedAnswer(string Text, ImmutableArray<Diagnostic> Problems, string? CutReason)
{
    /// <summary>Problems that <see cref="Reason"/> names; of more it says how many.</summary>
    private const int MostNamed = 5;

    /// <summary>For people: why it was cut off, and what is wrong with it, one sentence each.</summary>
    public string Reason
    {
        get
        {
            // Where an answer breaks off is said once: the reader's own words of it are left out.
            var problems = Problems.Where(p => CutReason is null || p.Code != DiagnosticRules.Truncated.Code).ToList();
            var named = problems.Take(MostNamed)
                .Select(p => p.Line > 0 ? $"{p.Code}, line {p.Line}: {p.Message}" : $"{p.Code}: {p.Message}");
            var all = CutReason is null ? named : named.Prepend(CutReason);
            if (problems.Count > MostNamed) all = all.Append($"And {problems.Count - MostNamed} more.");
            return string.Join(' ', all) is { Length: > 0 } text ? text : "It is empty.";
        }
    }
}

/// <summary>An agent that can be told what is wrong with its answer, and writes it again.</summary>
public interface IExplanationRepair
{
    IAsyncEnumerable<ConstructorOutput> RepairAsync(ExplanationRequest request, FailedAnswer failed, CancellationToken ct);
}

/// <summary>No answer of the engine could be read as an explanation; the message is shown to people.</summary>
public sealed class ExplanationFailedException(string message) : Exception(message);
