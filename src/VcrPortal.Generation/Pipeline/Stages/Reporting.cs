using System.Runtime.CompilerServices;
using System.Text;
using VcrPortal.Generation.Agents;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Lets the first agent write the report, or takes the one that came with the record.</summary>
internal sealed class Reporting(IReportGenerator generator)
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
        await foreach (var chunk in generator.WriteAsync(new(run.Request.Record, run.Question, run.Evidence), ct))
        {
            report.Append(chunk);
            if (run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(chunk);
        }
        run.Report = report.ToString();
        if (!run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(run.Report);
        run.Summary = GenerationRun.Count(run.Report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, "word", "words");
    }
}
