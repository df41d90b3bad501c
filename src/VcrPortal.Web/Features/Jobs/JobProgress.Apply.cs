using System.Collections.Immutable;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Jobs;

public sealed partial record JobProgress
{
    /// <summary>For each of <see cref="Diagnostics"/>: the stage that was running when it was raised.</summary>
    internal ImmutableArray<Stage?> DiagnosticStages { get; init; } = [];

    /// <summary>Evidence of the sources, before an agent added to it.</summary>
    internal int Retrieved { get; init; }

    /// <summary>The state after these events too; events that were already applied are passed over.</summary>
    public JobProgress Apply(IReadOnlyList<JobEvent> events)
    {
        var reducer = new JobReducer(this);
        foreach (var e in events) reducer.Take(e);
        return reducer.ToProgress();
    }

    /// <summary>
    /// What a worker that takes this job over can build on: the outputs of the stages that finished, in order, up to the first that did
    /// not.
    /// </summary>
    public GenerationState ToGenerationState()
    {
        var finished = Stages.OrderBy(s => s.Stage).TakeWhile(s => s.State is StageState.Finished or StageState.Skipped)
            .Select(s => s.Stage).ToImmutableArray();
        bool Has(Stage stage) => finished.Contains(stage);
        var written = AsWritten ?? new(Graph, Verdicts, Citations);
        return GenerationState.Empty with
        {
            Finished = finished,
            Entities = Has(Stage.Preprocess) ? Entities : [],
            // What a report asked for itself belongs to that report.
            Evidence = !Has(Stage.Retrieve) ? [] : Has(Stage.Report) ? Evidence : Evidence[..Math.Min(Retrieved, Evidence.Length)],
            Report = Has(Stage.Report) ? Report : "",
            ExplanationText = Has(Stage.Explain) && written.Graph is not null ? ExplanationWriter.Write(written.Graph) : "",
            Citations = Has(Stage.Explain) ? written.Citations : GenerationState.Empty.Citations,
            Verdicts = Has(Stage.Verify) ? written.Verdicts : [],
            Refined = Has(Stage.Refine) && AsWritten is not null && Graph is not null
                ? new(0, ExplanationWriter.Write(Graph), Verdicts, Citations) : null,
        };
    }
}
