using System.Runtime.CompilerServices;
using System.Text;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Sources;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Lets the first agent write the report, or takes the one that came with the record.</summary>
internal sealed class ReportStage(EngineRegistry engines)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        if (run.Request.Record.Report is { Length: > 0 } given)
        {
            run.Report = given;
            yield return new GenerationEvent.ReportDelta(given);
            run.Summary = "Given with the record";
            yield break;
        }
        if (run.EngineIn(engines).Reports is not { } writer)
        {
            run.Skipped = "This engine goes to the claims in one step";
            yield break;
        }
        var report = new StringBuilder();
        var retrieval = new RetrievalRequest(run.Request.Record, run.Entities, run.Question);
        var request = new ReportRequest(run.Request.Record, run.Question, run.Evidence, run.Notes, retrieval);
        await foreach (var output in writer.WriteAsync(request, ct))
        {
            if (output is ReportOutput.Text { Chunk: var chunk })
            {
                report.Append(chunk);
                if (run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(chunk);
            }
            else if (EventOf(output, run) is { } e) yield return e;
        }
        run.Report = report.ToString();
        if (!run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(run.Report);
        run.Summary = GenerationRun.Count(run.Report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, "word", "words");
    }

    /// <summary>Evidence that the agent found itself stands beside that of the sources from here on.</summary>
    private static GenerationEvent? EventOf(ReportOutput output, GenerationRun run)
    {
        if (output is ReportOutput.Told told) return new GenerationEvent.AgentTold(told.News);
        if (output is not ReportOutput.Found { Item: var item }) return null;
        run.Evidence = new(run.Evidence.Items.Add(item));
        return new GenerationEvent.EvidenceAdded(item);
    }
}
