using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>What is known of a claim after all its verdicts, least telling first.</summary>
public enum JudgementKind
{
    /// <summary>No check judges this kind of claim.</summary>
    NotTestable,

    /// <summary>The data of every check is silent.</summary>
    Undetermined,

    /// <summary>Only the source spoke that the claim was written from.</summary>
    SameSource,

    /// <summary>Independent data speaks, and takes for granted another claim that does not hold.</summary>
    Dependent,

    Supported,
    Disputed,
    Refuted,
}

/// <summary>
/// The one judgement of a claim: scores, counts, exports, publication and pages all ask here. The side with the stronger evidence wins; at
/// equal strength what speaks against a claim weighs more than what speaks for it, and a measurement more than a curated sign.
/// </summary>
/// <param name="Strength">The strength of the strongest verdict of this kind; null where nothing independent decided.</param>
/// <param name="Sources">How many sources say so, each counted once; 0 where nothing independent decided.</param>
/// <param name="RestsOn">For <see cref="JudgementKind.Dependent"/>: the claim that does not hold.</param>
/// <param name="Telling">The verdict that a reader is shown first; null where there is none.</param>
public sealed record ClaimJudgement(
    JudgementKind Kind, Strength? Strength = null, int Sources = 0, NodeId? RestsOn = null, Verdict? Telling = null)
{
    public static ClaimJudgement NotTestable { get; } = new(JudgementKind.NotTestable);

    /// <summary>Independent data decided.</summary>
    public bool IsJudged => Kind >= JudgementKind.Supported;

    /// <summary>Supported for this compound, or in this cell.</summary>
    public bool IsDirect => Kind == JudgementKind.Supported && Strength is { } strength && strength.IsDirect();

    /// <summary>Judges by the verdicts that stand alone: those that rest on another claim do not count.</summary>
    public static ClaimJudgement From(IEnumerable<Verdict> verdicts) => From(verdicts, _ => false);

    /// <param name="holds">Whether a claim that a verdict rests on holds.</param>
    public static ClaimJudgement From(IEnumerable<Verdict> verdicts, Func<NodeId, bool> holds)
    {
        var all = verdicts as IReadOnlyCollection<Verdict> ?? [.. verdicts];
        if (all.Count == 0) return NotTestable;
        var counted = all.Where(v => v.IsIndependent && (v.RestsOn is not { } claim || holds(claim))).ToList();
        var support = StrongestOf(counted, VerdictKind.Supported);
        foreach (var kind in (ReadOnlySpan<VerdictKind>)[VerdictKind.Refuted, VerdictKind.Disputed])
            if (StrongestOf(counted, kind) is { } against && !(support?.Strength > against.Strength)) return Decided(counted, against);
        return support is not null ? Decided(counted, support) : Undecided(all);
    }

    private static ClaimJudgement Decided(List<Verdict> counted, Verdict telling)
    {
        var sources = counted.Where(v => v.Kind == telling.Kind).SelectMany(SourcesOf).Distinct(StringComparer.Ordinal).Count();
        return new(KindOf(telling.Kind), telling.Strength, sources, null, telling);
    }

    private static ClaimJudgement Undecided(IReadOnlyCollection<Verdict> all)
    {
        if (all.FirstOrDefault(v => v is { IsIndependent: true, RestsOn: not null }) is { } dependent)
            return new(JudgementKind.Dependent, null, 0, dependent.RestsOn, dependent);
        if (all.FirstOrDefault(v => v.SameSource && v.Kind < VerdictKind.Undetermined) is { } own)
            return new(JudgementKind.SameSource, Telling: own);
        return all.FirstOrDefault(v => v.Kind == VerdictKind.Undetermined) is { } silent
            ? new(JudgementKind.Undetermined, Telling: silent) : NotTestable with { Telling = all.First() };
    }

    private static Verdict? StrongestOf(List<Verdict> verdicts, VerdictKind kind) =>
        verdicts.Where(v => v.Kind == kind).MaxBy(v => v.Strength);

    private static IEnumerable<string> SourcesOf(Verdict verdict) =>
        verdict.Rows.IsDefaultOrEmpty ? [verdict.Verifier] : verdict.Rows.Select(r => r.Source);

    private static JudgementKind KindOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Refuted => JudgementKind.Refuted,
        VerdictKind.Disputed => JudgementKind.Disputed,
        _ => JudgementKind.Supported,
    };
}
