using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents;

/// <summary>What the first agent gets: the record and all numbered evidence.</summary>
/// <param name="Notes">Where it leaves what it worked out for the second agent of its engine.</param>
/// <param name="Retrieval">What the sources were asked, and may be asked again about something else.</param>
public sealed record ReportRequest(
    PerturbationRecord Record, Question Question, EvidenceIndex Evidence, EngineNotes Notes, RetrievalRequest? Retrieval = null);

/// <summary>What the first agent gives.</summary>
public abstract record ReportOutput
{
    private ReportOutput() { }

    /// <summary>Markdown, to be appended.</summary>
    public sealed record Text(string Chunk) : ReportOutput;
    /// <summary>Evidence that the agent asked for itself, under the next free number; it comes before the text that cites it.</summary>
    public sealed record Found(EvidenceItem Item) : ReportOutput;
    public sealed record Told(AgentNews News) : ReportOutput;
}

/// <summary>Writes the cited report, streaming Markdown. Citations are <c>[n]</c> to evidence, <c>[n4]</c> to claims.</summary>
public interface IReportGenerator
{
    IAsyncEnumerable<ReportOutput> WriteAsync(ReportRequest request, CancellationToken ct);
}
