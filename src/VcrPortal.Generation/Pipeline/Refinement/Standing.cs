using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>What an explanation comes to, in the numbers by which an edit is kept or reverted. Claims and links count alike.</summary>
/// <param name="Judged">Claims and links that independent data judged: supported, refuted or disputed.</param>
/// <param name="Faults">The number of faults of form.</param>
/// <param name="Opposed">Claims that say the opposite of another claim of the same explanation.</param>
public sealed record Standing(int Refuted, int Disputed, int Supported, int Judged, int Faults, int Opposed = 0)
{
    internal static Standing From(ActionGraph graph, ImmutableArray<Verdict> verdicts, int faults)
    {
        var judgements = GraphJudgements.From(verdicts);
        var counts = VerdictCounts.Count(ClaimsOf(graph, verdicts).Select(claim => judgements[claim]));
        return new(counts.Refuted, counts.Disputed, counts.Supported, counts.Judged, faults, OpposedClaims.In(graph));
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
/// of both, and fewer faults of form), none fewer is supported, none fewer is judged except those that the edit withdraws in so many
/// words, and it sets the explanation neither against itself nor against evidence as strong as that which it obeys. That a claim is
/// disputed does not show it wrong, so to be rid of it is no gain (docs/adr/0019).
/// </summary>
public static class KeepRule
{
    /// <param name="withdrawn">Judged claims that the edited explanation makes no more.</param>
    /// <param name="driver">What is said of the claim for whose sake the edit is made; null for a fault of form.</param>
    /// <param name="changes">Claims that are judged otherwise with the edit.</param>
    public static KeepDecision Decide(
        Standing before, Standing after, int withdrawn, VerdictKind? driver = null, ImmutableArray<JudgementChange> changes = default)
    {
        if (after.Supported < before.Supported)
            return Reverted($"Supported claims would fall from {before.Supported} to {after.Supported}.");
        if (after.Judged < before.Judged - withdrawn) return Reverted(
            $"Fewer claims could be judged: {after.Judged} instead of {before.Judged}"
            + (withdrawn == 0 ? "." : $", and the edit withdraws only {withdrawn} of them."));
        if (after.Opposed > before.Opposed) return Reverted(
            $"The explanation would contradict itself: claims that say the opposite of another would rise from {before.Opposed} to "
            + $"{after.Opposed}.");
        if (Worse(changes, driver) is { } worse) return Reverted(worse);
        if (after.Refuted != before.Refuted) return By("Contradicted claims", before.Refuted, after.Refuted);
        if (after.Disputed < before.Disputed && after.Supported == before.Supported) return Reverted(
            $"Disputed claims would fall from {before.Disputed} to {after.Disputed}, but nothing more would be supported.");
        if (after.Disputed != before.Disputed) return By("Disputed claims", before.Disputed, after.Disputed);
        if (after.Faults != before.Faults) return By("Faults of form", before.Faults, after.Faults);
        return Reverted(after.Supported == before.Supported ? "It betters nothing that a check can see."
            : $"Supported claims would rise from {before.Supported} to {after.Supported}, but none fewer would be contradicted, disputed "
            + "or at fault in its form, and saying more is no repair.");
    }

    /// <summary>A sum may fall while another claim takes the blame: evidence against what was free of it, as strong as what the edit
    /// obeys.</summary>
    private static string? Worse(ImmutableArray<JudgementChange> changes, VerdictKind? driver)
    {
        var least = driver == VerdictKind.Refuted ? JudgementKind.Refuted : JudgementKind.Disputed;
        foreach (var (claim, was, isNow) in changes.IsDefault ? [] : changes)
            if (isNow >= JudgementKind.Disputed && isNow > (was ?? JudgementKind.NotTestable)
                && (isNow >= least || was == JudgementKind.Supported))
                return $"{Named(claim)} would be {(isNow == JudgementKind.Refuted ? "contradicted" : "disputed")}, which "
                    + $"{(was == JudgementKind.Supported ? "is supported" : was == JudgementKind.Disputed ? "is only disputed"
                        : "nothing speaks against")} now.";
        return null;
    }

    private static string Named(Claim claim) => claim switch
    {
        { EdgeTarget: { } target } => $"The link {claim.Action} to {target}",
        { Member: { } member } => $"{member} in {claim.Action}",
        _ => claim.Action.Value,
    };

    private static KeepDecision By(string what, int before, int after) => after < before
        ? new(true, $"{what} fall from {before} to {after}.") : Reverted($"{what} would rise from {before} to {after}.");

    private static KeepDecision Reverted(string reason) => new(false, reason);
}
