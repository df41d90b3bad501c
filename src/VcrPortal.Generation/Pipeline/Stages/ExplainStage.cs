using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>
/// Lets the second agent structure the report, and reads its text as it arrives: the one path for every engine. An agent that can repair
/// its answer is told what is wrong with it, that it answers another question included, at most twice; what fails then is no explanation.
/// </summary>
internal sealed class ExplainStage(EngineRegistry engines, EntityRecognizer recognizer)
{
    /// <summary>Times that a failed answer is sent back.</summary>
    public const int MostRepairs = 2;

    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var constructor = run.EngineIn(engines).Explanations;
        var request = new ExplanationRequest(run.Request.Record, run.Question, run.Report, run.Evidence, run.Notes);
        var outputs = constructor.ConstructAsync(request, ct);
        var asked = constructor is IExplanationRepair ? new AnsweredQuestion(run.Question, recognizer) : null;
        for (var repair = 1; ; repair++)
        {
            run.Citations.Clear();
            var reading = new ExplanationReading(run, asked);
            await foreach (var output in outputs)
                foreach (var e in reading.Take(output)) yield return e;
            foreach (var e in reading.Complete()) yield return e;
            if (constructor is not IExplanationRepair repairer || reading.Failure is not { } failure) yield break;
            if (repair > MostRepairs) throw new ExplanationFailedException(Failed(failure));
            yield return new GenerationEvent.ExplanationRestarted(repair, failure.Reason);
            outputs = repairer.RepairAsync(request, failure, ct);
        }
    }

    private static string Failed(FailedAnswer failure) =>
        (failure.Problems.FirstOrDefault(QuestionDiagnostics.IsOtherQuestion) is { } other
            ? $"{other.Message} It was told so {MostRepairs} times. What was written is kept here, and no trace was made of it; "
            : $"After {MostRepairs} repairs the answer still cannot be used. {failure.Reason} What was written is kept; ")
        + "choose another model, or try again from this stage.";
}
