using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>What one verifier says of a set of explanations. Verdicts from the engine's own sources are left out.</summary>
/// <param name="Claims">All claims of the set, judged or not.</param>
/// <param name="Direct">Those of <paramref name="Supported"/> that are supported for this compound or in this cell.</param>
public sealed record VerifierScore(string Verifier, int Supported, int Refuted, int Claims, int Disputed = 0, int Direct = 0)
{
    /// <summary>Supported of those that it supports, disputes or refutes: its score.</summary>
    public Share OfJudged => new(Supported, Supported + Refuted + Disputed);

    /// <summary>Supported of all claims.</summary>
    public Share OfClaims => new(Supported, Claims);
}

/// <summary>
/// The scores of one explanation or of many: validity, the two sides of verifiability, and one score for each verifier, each with what it
/// is a share of. Form and grounding are no verdicts: they count in no verifier's score.
/// </summary>
/// <param name="Valid">Explanations without an error.</param>
/// <param name="Grounded">Mentions of entities that ground to an ontology, each member of a group for itself; null where grounding was not
/// tried.</param>
/// <param name="Judged">Claims that an independent verdict supports, disputes or refutes; null where no verifier ran.</param>
/// <param name="Verifiers">The scores of the verifiers, by name.</param>
public sealed record TraceScores(Share Valid, Share? Grounded, Share? Judged, ImmutableArray<VerifierScore> Verifiers)
{
    /// <summary>Supported for this compound or in this cell, of the claims that are supported; null where no verifier ran.</summary>
    public Share? Direct { get; init; }

    public static TraceScores Compute(TraceDocument trace)
    {
        var counts = CountVerdicts.In(trace.Graph, trace.Verdicts);
        var judgements = GraphJudgements.From(trace.Verdicts);
        var isValid = trace.Graph.IsValid && !trace.Diagnostics.Any(d => d.Severity == Severity.Error);
        return new(
            new(isValid ? 1 : 0, 1),
            trace.Groundings.IsEmpty ? null : GroundedOf(trace),
            trace.Verdicts.IsEmpty ? null : new(counts.Judged, counts.Claims),
            [.. trace.Verdicts.Where(v => v.Claim.EdgeTarget is null).GroupBy(v => v.Verifier, StringComparer.Ordinal)
                .OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => ScoreOf(v, judgements, counts.Claims))])
        {
            Direct = trace.Verdicts.IsEmpty ? null : new(counts.Direct, counts.Supported)
        };
    }

    /// <summary>Shares add up claim by claim and mention by mention; what was not tried adds nothing.</summary>
    public static TraceScores Sum(IReadOnlyCollection<TraceScores> scores)
    {
        var claims = scores.Sum(s => s.Judged?.Whole ?? 0);
        return new(
            scores.Aggregate(new Share(), (sum, s) => sum + s.Valid), Total(scores.Select(s => s.Grounded)),
                Total(scores.Select(s => s.Judged)),
            [.. scores.SelectMany(s => s.Verifiers).GroupBy(v => v.Verifier, StringComparer.Ordinal)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => new VerifierScore(
                    v.Key, v.Sum(s => s.Supported), v.Sum(s => s.Refuted), claims, v.Sum(s => s.Disputed), v.Sum(s => s.Direct)))])
        {
            Direct = Total(scores.Select(s => s.Direct))
        };
    }

    private static Share? Total(IEnumerable<Share?> shares) =>
        shares.Aggregate((Share?)null, (sum, share) => share is { } known ? (sum ?? new()) + known : sum);

    // One claim counts once for a verifier that says several things of it.
    private static VerifierScore ScoreOf(IGrouping<string, Verdict> verdicts, GraphJudgements judgements, int claims)
    {
        var counts = VerdictCounts.Count(verdicts.GroupBy(v => v.Claim).Select(judgements.Judge));
        return new(verdicts.Key, counts.Supported, counts.Refuted, claims, counts.Disputed, counts.Direct);
    }

    private static Share GroundedOf(TraceDocument trace) =>
        MentionedEntities.In(trace) is var mentions ? new(mentions.Count(m => m.IsGrounded), mentions.Length) : default;
}
