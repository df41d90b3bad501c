using System.Collections.Immutable;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Evaluation;

/// <summary>A way of writing that takes part in a comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Engine">Id or title.</param>
public sealed record ComparedWay(string Name, string Engine, int RefinementSteps = 0);

/// <summary>Lets several engines explain the same records, and says how their explanations did against the checks.</summary>
public static class EngineComparison
{
    public static async Task<ImmutableArray<EngineScore>> RunAsync(
        ITraceGenerator pipeline, IReadOnlyList<PerturbationRecord> records, IEnumerable<ComparedWay> ways, CancellationToken ct)
    {
        var scores = ImmutableArray.CreateBuilder<EngineScore>();
        foreach (var way in ways)
        {
            var score = EngineScore.None(way.Name);
            foreach (var record in records) score = await AddAsync(score, pipeline, record, way, ct);
            scores.Add(score);
        }
        return scores.ToImmutable();
    }

    private static async Task<EngineScore> AddAsync(
        EngineScore score, ITraceGenerator pipeline, PerturbationRecord record, ComparedWay way, CancellationToken ct)
    {
        ActionGraph? graph = null;
        var (verdicts, errors) = (new List<Verdict>(), 0);
        try
        {
            var request = new GenerationRequest(record, KeepDeltas: false, way.Engine, RefinementSteps: way.RefinementSteps);
            await foreach (var e in pipeline.GenerateAsync(request, GenerationState.Empty, ct))
            {
                if (e is GenerationEvent.ExplanationRestarted) errors = 0;
                if (e is GenerationEvent.DiagnosticRaised { Diagnostic.Severity: Severity.Error }) errors++;
                if (e is GenerationEvent.VerdictReached reached) verdicts.Add(reached.Verdict);
                // What refinement made of it is what is compared, with the verdicts that score it.
                if (e is GenerationEvent.GraphRefined refined) (graph, verdicts) = (refined.Graph, [.. refined.Verdicts]);
                if (e is GenerationEvent.RevisionWritten { Revision: 1 } written) graph ??= written.Graph;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return score.WithFailure();
        }
        return graph is null ? score.WithFailure() : score.With(graph, verdicts, errors);
    }
}
