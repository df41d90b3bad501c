using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Evaluation;

/// <summary>How one engine did on some records.</summary>
/// <param name="Failed">Records that ended without an explanation.</param>
/// <param name="Valid">Explanations without an error of the format.</param>
/// <param name="Claims">Of all explanations together; the context is none.</param>
/// <param name="Testable">Claims for which a check exists.</param>
/// <param name="Judged">Claims that independent data speaks of.</param>
/// <param name="Supported">Of those, the ones that it only supports.</param>
/// <param name="Refuted">Of those, the ones that a measurement contradicts.</param>
public sealed record EngineScore(
    string Engine, int Records, int Failed, int Valid, int Claims, int Testable, int Judged, int Supported, int Refuted)
{
    /// <summary>Share of claims that a check could test; null without claims.</summary>
    public double? Verifiability => Claims == 0 ? null : (double)Testable / Claims;

    /// <summary>Share of claims that independent data speaks of; null without claims.</summary>
    public double? Coverage => Claims == 0 ? null : (double)Judged / Claims;

    /// <summary>Share of the judged claims that are supported; null where none was judged.</summary>
    public double? Score => Judged == 0 ? null : (double)Supported / Judged;
}

/// <summary>Lets several engines explain the same records, and says how their explanations did against the checks.</summary>
public static class EngineComparison
{
    /// <param name="engines">Ids or titles.</param>
    public static async Task<ImmutableArray<EngineScore>> RunAsync(
        ITraceGenerator pipeline, IReadOnlyList<PerturbationRecord> records, IEnumerable<string> engines, CancellationToken ct)
    {
        var scores = ImmutableArray.CreateBuilder<EngineScore>();
        foreach (var engine in engines)
        {
            var score = new EngineScore(engine, 0, 0, 0, 0, 0, 0, 0, 0);
            foreach (var record in records) score = await AddAsync(score, pipeline, record, ct);
            scores.Add(score);
        }
        return scores.ToImmutable();
    }

    /// <summary>As a Markdown table.</summary>
    public static string Print(IEnumerable<EngineScore> scores)
    {
        var table = new StringBuilder("| engine | records | failed | valid | claims | verifiable | coverage | supported | contradicted |\n")
            .Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (var s in scores)
            table.Append(CultureInfo.InvariantCulture, $"| {s.Engine} | {s.Records} | {s.Failed} | {s.Valid} | {s.Claims} | ")
                .Append(Share(s.Verifiability)).Append(" | ").Append(Share(s.Coverage)).Append(" | ").Append(Share(s.Score))
                .Append(CultureInfo.InvariantCulture, $" | {s.Refuted} |\n");
        return table.ToString();
    }

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static async Task<EngineScore> AddAsync(
        EngineScore score, ITraceGenerator pipeline, PerturbationRecord record, CancellationToken ct)
    {
        ActionGraph? graph = null;
        var (verdicts, errors) = (new List<Verdict>(), 0);
        try
        {
            var request = new GenerationRequest(record, KeepDeltas: false, score.Engine);
            await foreach (var e in pipeline.GenerateAsync(request, GenerationState.Empty, ct))
            {
                if (e is GenerationEvent.ExplanationRestarted) errors = 0;
                if (e is GenerationEvent.DiagnosticRaised { Diagnostic.Severity: Severity.Error }) errors++;
                if (e is GenerationEvent.VerdictReached reached) verdicts.Add(reached.Verdict);
                if (e is GenerationEvent.RevisionWritten { Revision: 1 } written) graph = written.Graph;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return score with { Records = score.Records + 1, Failed = score.Failed + 1 };
        }
        return graph is null ? score with { Records = score.Records + 1, Failed = score.Failed + 1 } : Add(score, graph, verdicts, errors);
    }

    private static EngineScore Add(EngineScore score, ActionGraph graph, List<Verdict> verdicts, int errors)
    {
        var claims = graph.Actions.Select(a => a.Id).OfType<NodeId>().ToHashSet();
        var told = verdicts.Where(v => v.Claim.EdgeTarget is null && claims.Contains(v.Claim.Action)).ToLookup(v => v.Claim.Action);
        var judged = told.Where(c => c.Any(v => v.IsIndependent)).ToList();
        return score with
        {
            Records = score.Records + 1,
            Valid = score.Valid + (errors == 0 ? 1 : 0),
            Claims = score.Claims + claims.Count,
            Testable = score.Testable + told.Count(c => c.Any(v => v.Kind != VerdictKind.NotTestable)),
            Judged = score.Judged + judged.Count,
            Supported = score.Supported + judged.Count(c => c.Where(v => v.IsIndependent).All(v => v.Kind == VerdictKind.Supported)),
            Refuted = score.Refuted + judged.Count(c => c.Any(v => v is { IsIndependent: true, Kind: VerdictKind.Refuted })),
        };
    }
}
