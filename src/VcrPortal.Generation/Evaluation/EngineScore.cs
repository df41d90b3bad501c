using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Evaluation;

/// <summary>What one check said of the claims that it judged on independent data.</summary>
public readonly record struct VerifierCounts(int Judged, int Supported)
{
    public VerifierCounts With(Verdict verdict) => new(Judged + 1, Supported + (verdict.Kind == VerdictKind.Supported ? 1 : 0));
}

/// <summary>How one engine did on some records.</summary>
/// <param name="Engine">What the table calls it.</param>
/// <param name="Failed">Records that ended without an explanation.</param>
/// <param name="Valid">Explanations without an error of the format.</param>
/// <param name="Claims">The claims of all explanations together; the context is not one.</param>
/// <param name="Testable">Claims for which a check exists.</param>
/// <param name="Judged">Claims that independent data speaks of.</param>
/// <param name="Supported">The judged claims that independent data only supports.</param>
/// <param name="Refuted">The judged claims that a measurement contradicts.</param>
public sealed record EngineScore(
    string Engine, int Records, int Failed, int Valid, int Claims, int Testable, int Judged, int Supported, int Refuted)
{
    /// <summary>The counts of each check's own verdicts, by the name of the check: members of a list count one by one.</summary>
    public ImmutableSortedDictionary<string, VerifierCounts> Verifiers { get; init; } =
        ImmutableSortedDictionary.Create<string, VerifierCounts>(StringComparer.Ordinal);

    /// <summary>Share of claims that a check could test; null without claims.</summary>
    public double? Verifiability => Claims == 0 ? null : (double)Testable / Claims;

    /// <summary>Share of claims that independent data speaks of; null without claims.</summary>
    public double? Coverage => Claims == 0 ? null : (double)Judged / Claims;

    /// <summary>Share of the judged claims that are supported; null where none was judged.</summary>
    public double? Score => Judged == 0 ? null : (double)Supported / Judged;

    internal static EngineScore None(string engine) => new(engine, 0, 0, 0, 0, 0, 0, 0, 0);

    internal EngineScore WithFailure() => this with { Records = Records + 1, Failed = Failed + 1 };

    internal EngineScore With(ActionGraph graph, IReadOnlyList<Verdict> verdicts, int errors)
    {
        var claims = graph.Actions.Select(a => a.Id).OfType<NodeId>().ToHashSet();
        var told = verdicts.Where(v => v.Claim.EdgeTarget is null && claims.Contains(v.Claim.Action)).ToLookup(v => v.Claim.Action);
        var judged = told.Where(c => c.Any(v => v.IsIndependent)).ToList();
        return this with
        {
            Records = Records + 1,
            Valid = Valid + (errors == 0 ? 1 : 0),
            Claims = Claims + claims.Count,
            Testable = Testable + told.Count(c => c.Any(v => v.Kind != VerdictKind.NotTestable)),
            Judged = Judged + judged.Count,
            Supported = Supported + judged.Count(c => c.Where(v => v.IsIndependent).All(v => v.Kind == VerdictKind.Supported)),
            Refuted = Refuted + judged.Count(c => c.Any(v => v is { IsIndependent: true, Kind: VerdictKind.Refuted })),
            Verifiers = verdicts.Where(v => v.IsIndependent).Aggregate(
                Verifiers, (all, v) => all.SetItem(v.Verifier, all.GetValueOrDefault(v.Verifier).With(v))),
        };
    }
}
