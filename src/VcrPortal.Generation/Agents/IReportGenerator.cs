using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents;

/// <summary>What the first agent gets: the record and all numbered evidence.</summary>
/// <param name="Notes">Where it leaves what it worked out for the second agent of its engine.</param>
public sealed record ReportRequest(PerturbationRecord Record, Question Question, EvidenceIndex Evidence, EngineNotes Notes);

/// <summary>Retrieves no more; writes the cited report, streaming Markdown. Citations are <c>[n]</c> to evidence, <c>[n4]</c> to
/// claims.</summary>
public interface IReportGenerator
{
    IAsyncEnumerable<string> WriteAsync(ReportRequest request, CancellationToken ct);
}
