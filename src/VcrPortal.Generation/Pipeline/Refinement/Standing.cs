using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>What an explanation comes to, in the numbers by which an edit is kept or reverted. Claims and links count alike.</summary>
/// <param name="Judged">By independent data: supported, refuted or disputed.</param>
/// <param name="Faults">Of form.</param>
public sealed record Standing(int Refuted, int Disputed, int Supported, int Judged, int Faults)
{
    internal static Standing Of(ActionGraph graph, ImmutableArray<Verdict> verdicts, int faults)
    {
        var judgements = GraphJudgements.From(verdicts);
        var counts = VerdictCounts.Count(ClaimsOf(graph, verdicts).Select(claim => judgements[claim]));
        return new(counts.Refuted, counts.Disputed, counts.Supported, counts.Judged, faults);
    }

    /// <summary>Claims, members of lists, parts of the context, and links that claim a cause.</summary>
    internal static IEnumerable<Claim> ClaimsOf(ActionGraph graph, ImmutableArray<Verdict> verdicts) =>
        CountVerdicts.ClaimsOf(graph, verdicts).Concat(
            graph.Edges.Where(e => e.Relation == CausalRelation.Causal).Select(e => new Claim(e.Source, EdgeTarget: e.Target)).Distinct());
}

/// <summary>Whether an edit stays.</summary>
/// <param name="Reason">One sentence for people.</param>
public sealed record KeepDecision(bool IsKept, string Reason);

/// <summary>
/// The rule against cheating: an edit is kept only if fewer claims are refuted (or as many, fewer disputed and more supported; or as many
/// of both, and fewer faults of form), none fewer is supported, and none fewer is judged except those that the edit withdraws in so many
/// words. That a claim is disputed does not show it wrong, so to be rid of it is no gain (docs/adr/0019).
/// </summary>
public static class KeepRule
{
    /// <param name="withdrawn">Judged claims that the edited explanation makes no more.</param>
    public static KeepDecision Decide(Standing before, Standing after, int withdrawn)
    {
        if (after.Supported < before.Supported)
            return Reverted($"Supported claims would fall from {before.Supported} to {after.Supported}.");
        if (after.Judged < before.Judged - withdrawn)
            return Reverted($"Fewer claims could be judged: {after.Judged} instead of {before.Judged}.");
        if (after.Refuted != before.Refuted) return By("Contradicted claims", before.Refuted, after.Refuted);
        if (after.Disputed < before.Disputed && after.Supported == before.Supported) return Reverted(
            $"Disputed claims would fall from {before.Disputed} to {after.Disputed}, but nothing more would be supported.");
        if (after.Disputed != before.Disputed) return By("Disputed claims", before.Disputed, after.Disputed);
        if (after.Faults != before.Faults) return By("Faults of form", before.Faults, after.Faults);
        return Reverted("It betters nothing that a check can see.");
    }

    private static KeepDecision By(string what, int before, int after) => after < before
        ? new(true, $"{what} fall from {before} to {after}.") : Reverted($"{what} would rise from {before} to {after}.");

    private static KeepDecision Reverted(string reason) => new(false, reason);
}
