using System.Collections.Immutable;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>A claim that an edit has changed the judgement of.</summary>
/// <param name="Before">Null where the claim was not made.</param>
/// <param name="After">Null where it is made no more.</param>
public sealed record JudgementChange(Claim Claim, JudgementKind? Before, JudgementKind? After)
{
    internal static ImmutableArray<JudgementChange> Between(RefinedCase before, RefinedCase after)
    {
        var (was, isNow) = (For(before), For(after));
        return
        [
            .. was.Keys.Union(isNow.Keys).Select(c => new JudgementChange(c, Find(was, c), Find(isNow, c))).Where(c => c.Before != c.After)
                .OrderBy(c => c.Claim.Action.Value, StringComparer.Ordinal).ThenBy(c => c.Claim.Member, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<Claim, JudgementKind> For(RefinedCase at)
    {
        var judgements = GraphJudgements.From(at.Verdicts);
        return Standing.ClaimsOf(at.Graph, at.Verdicts).Distinct().ToDictionary(c => c, c => judgements[c].Kind);
    }

    private static JudgementKind? Find(Dictionary<Claim, JudgementKind> of, Claim claim) =>
        of.TryGetValue(claim, out var kind) ? kind : null;
}

/// <summary>What came of one proposal.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="Edit">One sentence for people.</param>
/// <param name="ChosenBy">The model that chose it among the permitted ones; null where the first was taken.</param>
/// <param name="Before">Standing by all evidence, as <paramref name="After"/>.</param>
/// <param name="Withdrawn">Judged claims that the explanation made before and makes no more with the edit.</param>
public sealed record RefinementStep(
    int Step, string Edit, string? ChosenBy, Standing Before, Standing After, bool IsKept, string Reason, int Withdrawn,
    ImmutableArray<JudgementChange> Changes)
{
    public bool Equals(RefinementStep? other) => other is not null
        && (Step, Edit, ChosenBy, Before, After, IsKept, Reason, Withdrawn)
            == (other.Step, other.Edit, other.ChosenBy, other.Before, other.After, other.IsKept, other.Reason, other.Withdrawn)
        && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Step, Edit, IsKept);
}
