using System.Runtime.CompilerServices;
using System.Text;
using VcrPortal.Generation.Agents;

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
        var report = new StringBuilder();
        var request = new ReportRequest(run.Request.Record, run.Question, run.Evidence, run.Notes);
        await foreach (var chunk in run.EngineIn(engines).Reports.WriteAsync(request, ct))
        {
            report.Append(chunk);
            if (run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(chunk);
        }
        run.Report = report.ToString();
        if (!run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(run.Report);
        run.Summary = GenerationRun.Count(run.Report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, "word", "words");
    }
}
